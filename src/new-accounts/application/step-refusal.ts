import type { ApplicationRefusal } from '../domain/application.ts'

/** Why a step on the page of an application changed nothing. */
export type StepRefusal =
  | ApplicationRefusal
  | { readonly code: 'not-found' }
  | { readonly code: 'text-changed' }
  | { readonly code: 'too-often' }
  | { readonly code: 'not-by-provider' }
