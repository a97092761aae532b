import type { Id } from '../../kernel/id.ts'

export type AgreementId = Id<'agreement'>

/** A version of an agreement, as the rules see it. */
export type Version = { readonly version: number; readonly requiredFrom: Date }

/** Which version of which agreement. */
export type WhichVersion = { readonly agreementId: AgreementId; readonly version: number }

/**
 * Where an account stands with an agreement: it has accepted what holds; a newer version waits but is not required yet;
 * what holds is not accepted; or nothing is required of it yet.
 */
export type Standing = 'ACCEPTED' | 'SOON' | 'DUE'

/** The version that is to be accepted by whoever accepts today: the newest, even before it is required. */
export function newestOf<V extends Version>(versions: readonly V[]): V | undefined {
  return versions.reduce<V | undefined>(
    (best, one) => (best && best.version > one.version ? best : one),
    undefined,
  )
}

/** The version that accounts must have accepted at `now`; undefined before the first one is required. */
export function inForce<V extends Version>(versions: readonly V[], now: Date): V | undefined {
  return newestOf(versions.filter(({ requiredFrom }) => requiredFrom <= now))
}

/** Where an account stands that has accepted this version, or none (null). */
export function standing(versions: readonly Version[], accepted: number | null, now: Date): Standing {
  const has = accepted ?? 0
  if (has < (inForce(versions, now)?.version ?? 0)) return 'DUE'
  return has < (newestOf(versions)?.version ?? 0) ? 'SOON' : 'ACCEPTED'
}

const keyOf = ({ agreementId, version }: WhichVersion) => `${agreementId}:${version}`

/** The newest versions that are not accepted yet. */
export function outstanding<V extends WhichVersion>(
  newest: readonly V[],
  accepted: readonly WhichVersion[],
): V[] {
  const has = new Set(accepted.map(keyOf))
  return newest.filter((one) => !has.has(keyOf(one)))
}

/**
 * Whether what somebody agreed to is what there is to agree to now: each newest version that is not accepted, none
 * missing, and nothing but newest versions.
 */
export function isWhole(
  agreed: readonly WhichVersion[],
  newest: readonly WhichVersion[],
  accepted: readonly WhichVersion[] = [],
): boolean {
  const said = new Set(agreed.map(keyOf))
  const known = new Set(newest.map(keyOf))
  return (
    [...said].every((key) => known.has(key)) && outstanding(newest, [...accepted, ...agreed]).length === 0
  )
}
