import { useState } from 'react';
import { isSameData } from './isSameData.ts';

/** The value, as the same object for as long as it holds the same data. */
export function useKept<T>(value: T): T {
	const [kept, setKept] = useState(value);
	if (kept === value || isSameData(kept, value)) {
		return kept;
	}
	setKept(value);
	return value;
}
