import icon from '../../icon.svg';
import { useWorkbench } from '../useServices.ts';
import './documentViews.css';

const parts: readonly { readonly name: string; readonly licence: string }[] = [
	{ name: 'Codicons by Microsoft (icons)', licence: 'CC BY 4.0' },
	{ name: 'Colours after VS Code’s Modern themes', licence: 'MIT' },
	{ name: 'React', licence: 'MIT' },
	{ name: 'Dockview', licence: 'MIT' },
	{ name: 'CodeMirror and Lezer', licence: 'MIT' },
	{ name: 'Apache ECharts', licence: 'Apache 2.0' },
	{ name: 'Apache Arrow', licence: 'Apache 2.0' },
	{ name: 'cmdk, TanStack Virtual, Zod', licence: 'MIT' },
	{ name: 'msgpack-javascript', licence: 'ISC' },
	{ name: 'better-sqlite3 (multiple ciphers) and SQLite', licence: 'MIT, public domain' },
	{ name: 'stdlib', licence: 'Apache 2.0' },
];

/** What this is, and whose work is in it. */
export function AboutView() {
	const { desktop } = useWorkbench();
	return (
		<article className="document">
			<img className="about-mark" src={icon} alt="" />
			<h1>Tranche</h1>
			<p>
				Exclusive customer segments: what each is worth, how it responds, and how sure that is.
				{desktop && ` Version ${desktop.appVersion}.`}
			</p>
			<p>MIT licence. Everything runs on this computer; nothing leaves it.</p>
			<h2>Made with</h2>
			<table className="document-table">
				<thead>
					<tr>
						<th scope="col">Part</th>
						<th scope="col">Licence</th>
					</tr>
				</thead>
				<tbody>
					{parts.map((part) => (
						<tr key={part.name}>
							<td>{part.name}</td>
							<td>{part.licence}</td>
						</tr>
					))}
				</tbody>
			</table>
		</article>
	);
}
