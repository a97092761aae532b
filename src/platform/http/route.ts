import type { z } from 'zod'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Database, type Tx, transact } from '../db/index.ts'
import type { Ctx } from './context.ts'
import { type FieldErrors, readForm, type Typed } from './form.ts'

/** Who may come in: gives the visitor, or the answer that turns them away. A route has no default for it. */
export type Who<Visitor> = (c: Ctx) => Promise<Visitor | Response>

type Answer = Response | Promise<Response>

/** A page: who may see it, and how it is shown. */
export function page<Visitor>(parts: {
  who: Who<Visitor>
  show: (c: Ctx, visitor: Visitor) => Answer
}): (c: Ctx) => Promise<Response> {
  return async (c) => {
    const visitor = await parts.who(c)
    return visitor instanceof Response ? visitor : parts.show(c, visitor)
  }
}

/** A form that changes something: read it, run the use case in one transaction, answer. */
export type CommandParts<Visitor, Schema extends z.ZodType, Value, Refusal> = {
  readonly who: Who<Visitor>
  readonly form: Schema
  /** Fields that may come several times. */
  readonly lists?: readonly string[]
  readonly run: (tx: Tx, visitor: Visitor, form: z.output<Schema>, c: Ctx) => Promise<Outcome<Value, Refusal>>
  /** Wrong input: the form again, with what was typed and a message at its field; 422. */
  readonly invalid: (c: Ctx, visitor: Visitor, wrong: { typed: Typed; errors: FieldErrors }) => Answer
  readonly refused: (c: Ctx, visitor: Visitor, why: { refusal: Refusal; typed: Typed }) => Answer
  /** Leads on to a page; it shows none itself, since what its header counts was not read. */
  readonly done: (c: Ctx, visitor: Visitor, value: Value) => Answer
}

/** Makes the route of a form. `platform.wake` tells the worker after the commit. */
export function command<Visitor, Schema extends z.ZodType, Value, Refusal>(
  platform: { readonly db: Database; readonly wake: () => void },
  parts: CommandParts<Visitor, Schema, Value, Refusal>,
): (c: Ctx) => Promise<Response> {
  return async (c) => {
    const visitor = await pageless(parts.who)(c)
    if (visitor instanceof Response) return visitor
    const form = readForm(c, parts.form, parts.lists)
    if (!form.ok) return pageAfterAll(c, parts.who, (viewer) => parts.invalid(c, viewer, form))
    const outcome = await transact(platform.db, (tx) => parts.run(tx, visitor, form.value, c))
    if (!outcome.ok) {
      const why = { refusal: outcome.refusal, typed: form.typed }
      return pageAfterAll(c, parts.who, (viewer) => parts.refused(c, viewer, why))
    }
    platform.wake()
    return parts.done(c, visitor, outcome.value)
  }
}

/** The same visitor, for a form at work: what only a page shows of them is not read. */
export function pageless<Visitor>(who: Who<Visitor>): Who<Visitor> {
  return (c) => {
    c.set('pageless', true)
    return who(c)
  }
}

/** Answers a form with a page after all: its visitor is asked for anew, with all that a page shows of them. */
export async function pageAfterAll<Visitor>(
  c: Ctx,
  who: Who<Visitor>,
  show: (visitor: Visitor) => Answer,
): Promise<Response> {
  c.set('pageless', false)
  const visitor = await who(c)
  return visitor instanceof Response ? visitor : show(visitor)
}
