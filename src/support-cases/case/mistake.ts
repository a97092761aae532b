import type { Room } from '../domain/case.ts'

/** What somebody typed that was not taken, and what is wrong with it. */
export type Mistake = {
  readonly field: Room | 'reopen' | 'proof'
  readonly typed: string
  readonly error: string | undefined
}

/** The id of the field that a mistake was made in. */
export function fieldId(field: Mistake['field']): string {
  return field === 'reopen' || field === 'proof' ? field : `text-${field}`
}
