import { nameOf } from '../../people/index.ts'

type Approver = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
  readonly reachable: boolean
}

/** Those who decide, as the requester may know them: names when the account shows them, else how many. */
export function shownDeciders(
  approvers: readonly Approver[],
  show: 'NAMES' | 'RELAY' | 'NONE',
): { names: string[] | null; count: number } {
  const reachable = approvers.filter((approver) => approver.reachable)
  const isShown = show === 'NAMES' && reachable.length > 0 && reachable.length <= 5
  return { count: reachable.length, names: isShown ? reachable.map(publicName) : null }
}

// Somebody without a name is not shown by their address.
function publicName(person: Approver): string {
  const name = nameOf({ ...person, address: '' })
  return name === '' ? '–' : name
}
