import { useState, type UIEvent } from 'react';

/** From this many columns on only those around the screen are drawn, all of one width. */
const WIDE_FROM_COLUMNS = 60;
/** As .import-table-wide says. */
const COLUMN_PX = 184;
/** Columns are taken in and left out in steps, so that scrolling rarely draws. */
const STEP = 4;

export interface ColumnWindow {
	/** Whether columns are left out. */
	readonly isWide: boolean;
	/** The first column that is drawn, and the one after the last. */
	readonly from: number;
	readonly to: number;
	/** Pixels that the columns before and after would take. */
	readonly beforePx: number;
	readonly afterPx: number;
	readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** Which columns of a preview are drawn: a file of 5,000 columns must not make one wait for each correction. */
export function useColumnWindow(count: number): ColumnWindow {
	const [step, setStep] = useState(0);
	const isWide = count >= WIDE_FROM_COLUMNS;
	const onScreen = Math.ceil(window.innerWidth / COLUMN_PX);
	const from = isWide ? Math.min(count, Math.max(0, (step - 1) * STEP)) : 0;
	const to = isWide ? Math.min(count, (step + 2) * STEP + onScreen) : count;
	return {
		isWide,
		from,
		to,
		beforePx: from * COLUMN_PX,
		afterPx: (count - to) * COLUMN_PX,
		onScroll: ({ currentTarget }) => setStep(Math.floor(currentTarget.scrollLeft / COLUMN_PX / STEP)),
	};
}
