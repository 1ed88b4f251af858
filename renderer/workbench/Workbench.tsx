import { useStore } from '../engine/useStore.ts';
import { useSession } from '../engine/EngineContext.ts';
import { useDelayed } from '../engine/useDelayed.ts';
import { Busy } from '../ui/Busy.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { WorkbenchFrame } from './WorkbenchFrame.tsx';

/** The whole page: the workbench once the engine has answered, before that the reason why there is none. */
export function Workbench() {
	const session = useSession();
	const connection = useStore(session.connection);
	const isFirst = connection.kind === 'connecting' && !connection.isAgain;
	const isSlow = useDelayed(isFirst);
	if (connection.kind === 'failed' && !connection.isAgain) {
		return (
			<main>
				<ErrorState error={new Error(connection.message)} onRetry={() => session.reconnect()} />
			</main>
		);
	}
	return isFirst ? <main>{isSlow && <Busy label="Starting the engine" />}</main> : <WorkbenchFrame />;
}
