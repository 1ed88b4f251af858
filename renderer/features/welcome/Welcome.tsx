import { useProject } from '../../engine/useProject.ts';
import icon from '../../icon.svg';
import { Icon } from '../../ui/Icon.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import { StartAction } from './StartAction.tsx';
import './Welcome.css';

const promises = [
	{
		icon: 'list-ordered',
		text: 'Put every customer into exactly one segment, by rules that anyone can read.',
	},
	{
		icon: 'graph-line',
		text: 'See at once what each segment is worth and how it responds, with an interval beside every figure.',
	},
	{
		icon: 'verified',
		text: 'Know which differences are real: corrected for many comparisons, and marked where the data is too thin.',
	},
] as const;

/** Where one begins: start, recent projects, and what this is. */
export function Welcome() {
	const project = useProject();
	return (
		<div className="welcome">
			<header className="welcome-header">
				<img src={icon} alt="" />
				<div>
					<h1>Tranche</h1>
					<p>Exclusive customer segments, and what they are worth</p>
				</div>
			</header>
			<div className="welcome-columns">
				<section aria-labelledby="welcome-start">
					<h2 id="welcome-start">Start</h2>
					<ul className="welcome-list">
						{project && <StartAction command="import.chooseFiles" detail={`Add tables to ${project.name}`} />}
						<StartAction command="project.create" detail="One file on this computer" />
						<StartAction command="project.open" detail="A .tranche file" />
						<StartAction command="project.openSample" detail="A made-up retailer" />
					</ul>
					<RecentProjects />
				</section>
				<section aria-labelledby="welcome-what">
					<h2 id="welcome-what">What Tranche does</h2>
					<ul className="welcome-list">
						{promises.map((promise) => (
							<li key={promise.icon} className="welcome-promise">
								<Icon name={promise.icon} />
								<span>{promise.text}</span>
							</li>
						))}
					</ul>
					<p className="welcome-privacy">
						<Icon name="lock" />
						<span>Nothing leaves this computer. Tranche makes no network connections.</span>
					</p>
				</section>
			</div>
		</div>
	);
}
