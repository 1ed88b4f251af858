/**
 * The link to the engine. `connecting` covers the first start and every later attempt; `failed` needs the user:
 * its message says in a plain sentence what to do.
 */
export type ConnectionState =
	| { readonly kind: 'connecting'; readonly isAgain: boolean }
	| { readonly kind: 'connected' }
	| { readonly kind: 'failed'; readonly message: string };
