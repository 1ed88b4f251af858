import { useEffect, useState } from 'react';

/** True once `isOn` has held for `delayMs`: short waits show nothing, so nothing flickers. */
export function useDelayed(isOn: boolean, delayMs = 300): boolean {
	const [isPast, setIsPast] = useState(false);
	useEffect(() => {
		if (!isOn) {
			return;
		}
		const timer = setTimeout(() => setIsPast(true), delayMs);
		return () => {
			clearTimeout(timer);
			setIsPast(false);
		};
	}, [isOn, delayMs]);
	return isOn && isPast;
}
