import { createElement, lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { View, ViewParams, ViewProps } from '../contribution.ts';

const loaded = new WeakMap<View, LazyExoticComponent<ComponentType<ViewProps>>>();

function componentOf(view: View): LazyExoticComponent<ComponentType<ViewProps>> {
	const known = loaded.get(view);
	if (known) {
		return known;
	}
	const component = lazy(async () => ({ default: await view.load() }));
	loaded.set(view, component);
	return component;
}

/** Loads a view's component when it is first shown, and keeps its failures to itself. */
export function ViewHost({ view, params }: { readonly view: View; readonly params: ViewParams }) {
	return (
		<ErrorBoundary key={`${view.id} ${JSON.stringify(params)}`} what={view.title}>
			<Suspense fallback={null}>{createElement(componentOf(view), { params })}</Suspense>
		</ErrorBoundary>
	);
}
