import { useEffect, useState, type ReactNode } from 'react';
import { usePreferences } from '../engine/usePreferences.ts';
import { isDark, type ThemeKind } from './ThemeKind.ts';
import { ThemeContext } from './useTheme.ts';

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const prefersContrast = matchMedia('(prefers-contrast: more), (forced-colors: active)');

/** Puts the chosen theme on the document; `system` and high contrast follow the operating system while it changes. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
	const { theme } = usePreferences();
	const [system, setSystem] = useState(readSystem);
	useEffect(() => {
		const update = () => setSystem(readSystem());
		prefersDark.addEventListener('change', update);
		prefersContrast.addEventListener('change', update);
		return () => {
			prefersDark.removeEventListener('change', update);
			prefersContrast.removeEventListener('change', update);
		};
	}, []);
	const color = theme === 'system' ? system.color : theme;
	const kind: ThemeKind = system.isHighContrast ? `high-contrast-${color}` : color;
	// During rendering, so that views below read the colours of this very theme.
	document.documentElement.dataset['theme'] = isDark(kind) ? 'dark' : 'light';
	document.documentElement.dataset['contrast'] = system.isHighContrast ? 'high' : 'normal';
	return <ThemeContext value={kind}>{children}</ThemeContext>;
}

function readSystem(): { readonly color: 'light' | 'dark'; readonly isHighContrast: boolean } {
	return { color: prefersDark.matches ? 'dark' : 'light', isHighContrast: prefersContrast.matches };
}
