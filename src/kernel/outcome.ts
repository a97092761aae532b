/** What a use case answers: a value, or a refusal that the person can be told about. Refusals are never thrown. */
export type Outcome<Value, Refusal> = Done<Value> | Refused<Refusal>
export type Done<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Refusal> = { readonly ok: false; readonly refusal: Refusal }

/** The step was taken; `value` is what it gave. */
export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

/** The step was not taken; `refusal` says why, by a code and the facts a sentence needs. */
export function refuse<const Refusal>(refusal: Refusal): Refused<Refusal> {
  return { ok: false, refusal }
}
