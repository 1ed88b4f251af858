import { useState } from 'react';
import { useSession } from '../../engine/EngineContext.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useServices } from '../useServices.ts';

/** Said once, over everything, when the engine is gone for good; closing it leaves the screens to look at. */
export function EngineStopped() {
	const session = useSession();
	const { desktop, run } = useServices();
	const connection = useStore(session.connection);
	const [closed, setClosed] = useState<typeof connection | null>(null);
	if (connection.kind !== 'failed' || connection === closed) {
		return null;
	}
	return (
		<Dialog
			title="The engine has stopped"
			onClose={() => setClosed(connection)}
			actions={
				<>
					{desktop && <Button onClick={() => window.location.reload()}>Reload the window</Button>}
					<Button kind="primary" onClick={() => void run('workbench.restartEngine')}>
						{desktop ? 'Start the engine again' : 'Try again'}
					</Button>
				</>
			}
		>
			<p role="alert">{connection.message}</p>
			<p>
				Nothing that was saved is lost. What the screens show stays, but nothing can be calculated, changed or saved
				until the engine runs again.
			</p>
		</Dialog>
	);
}
