export const toneIcons = { info: 'info', success: 'pass', warning: 'warning', error: 'error' } as const;
