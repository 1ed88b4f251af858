/**
 * The link to the engine. `connecting` covers the first start and every later attempt; `failed` needs the user:
 * its message says in a plain sentence what to do. `isAgain` means that there was an engine before, and so a screen to keep.
 */
export type ConnectionState =
	| { readonly kind: 'connecting'; readonly isAgain: boolean }
	| { readonly kind: 'connected' }
	| { readonly kind: 'failed'; readonly isAgain: boolean; readonly message: string };
