import { counted } from '#shared/base/counted.ts';
import { roleFacts } from '#shared/model/tableRole.ts';
import { useStore } from '../../engine/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { fileName } from '../../workbench/overlays/filePath.ts';
import type { FileImport } from './FileImport.ts';
import type { ImportStore } from './ImportStore.ts';
import type { SameKind } from './sameKinds.ts';

const differences = { none: 'the same columns', columns: 'other columns', format: 'another format' } as const;

/** Says before anything is imported which tables are replaced, which files compete for the same one, and what can be done with each. */
export function SameKindNotice({ imports }: { readonly imports: ImportStore }) {
	const kinds = useStore(imports.kinds);
	const replacing = useStore(imports.replacing);
	if (kinds.length + replacing.length === 0) {
		return null;
	}
	return (
		<section className="import-kinds" aria-label="Files of the same kind">
			{replacing.map(({ file, table }) => (
				<p key={file.id} className="import-kinds-note">
					{fileName(file.path)} takes the place of {table.name} ({counted(table.rowsLoaded, 'row')}). Undo brings it
					back.
				</p>
			))}
			{kinds.map((kind) => (
				<KindNotice key={kind.role} imports={imports} kind={kind} />
			))}
		</section>
	);
}

interface KindNoticeProps {
	readonly imports: ImportStore;
	readonly kind: SameKind<FileImport>;
}

function KindNotice({ imports, kind: { role, first, others } }: KindNoticeProps) {
	const label = roleFacts(role).label.toLowerCase();
	const firstName = fileName(first.path);
	return (
		<>
			<p className="import-kinds-note">
				{counted(others.length + 1, 'file')} are to be the table of {label}, and a project has one. {firstName} is
				imported; {others.length === 1 ? 'the other one waits' : 'the others wait'} here until you decide:
			</p>
			<ul className="import-kinds-files">
				{others.map(({ file, differs }) => (
					<li key={file.id}>
						<span className="import-kinds-name" title={file.path}>
							{fileName(file.path)} has {differences[differs ?? 'none']}.
						</span>
						{differs === null && (
							<Button onClick={() => imports.append(file, first)}>{`Append to ${firstName}`}</Button>
						)}
						<Button onClick={() => imports.prefer(file, first)}>{`Import instead of ${firstName}`}</Button>
						<Button onClick={() => file.setRole('other')}>Keep as other table</Button>
					</li>
				))}
			</ul>
		</>
	);
}
