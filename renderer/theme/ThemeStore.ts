import type { Preferences } from '#shared/protocol/hostMethods.ts';
import { Store } from '../engine/Store.ts';
import { isDark, type ThemeKind } from './ThemeKind.ts';

const prefersDark = '(prefers-color-scheme: dark)';
const prefersContrast = '(prefers-contrast: more), (forced-colors: active)';

/**
 * The theme on the screen: the chosen one, or the system's; high contrast follows the operating system. The document
 * carries it before anyone is told, so that whoever draws then reads the right colours.
 */
export class ThemeStore {
	readonly kind: Store<ThemeKind>;
	private readonly preferences: Store<Preferences>;

	constructor(preferences: Store<Preferences>) {
		this.preferences = preferences;
		this.kind = new Store(this.read());
		this.mark(this.kind.get());
		preferences.subscribe(this.refresh);
		for (const query of [prefersDark, prefersContrast]) {
			matchMedia(query).addEventListener('change', this.refresh);
		}
	}

	private readonly refresh = (): void => {
		const kind = this.read();
		this.mark(kind);
		this.kind.set(kind);
	};

	private read(): ThemeKind {
		const { theme } = this.preferences.get();
		const systemColor = matchMedia(prefersDark).matches ? 'dark' : 'light';
		const color = theme === 'system' ? systemColor : theme;
		return matchMedia(prefersContrast).matches ? `high-contrast-${color}` : color;
	}

	private mark(kind: ThemeKind): void {
		const { dataset } = document.documentElement;
		dataset['theme'] = isDark(kind) ? 'dark' : 'light';
		dataset['contrast'] = kind.startsWith('high-contrast') ? 'high' : 'normal';
	}
}
