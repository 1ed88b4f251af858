/** Columns of a table. A screen and a project of more are of no use, and a file with more is hardly ever meant as a table. */
export const MAX_COLUMNS = 5000;
