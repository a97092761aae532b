import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AccountId } from '../../kernel/id.ts'
import { contactOfAccountPath } from '../../paths/accounts.ts'
import type { Platform } from '../../platform/platform.ts'

const shape = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{22})$/

function markOf({ key }: Pick<Platform, 'key'>, account: string, address: string): string {
  const mark = createHmac('sha256', key).update(`account-contact\n${account}\n${address}`).digest()
  return mark.subarray(0, 16).toString('base64url')
}

/** Where whoever reads this address says that they are the account's contact; it is good for this address only. */
export function contactUrl(
  desk: Pick<Platform, 'key' | 'publicUrl'>,
  { accountId, address }: { readonly accountId: AccountId; readonly address: string },
): string {
  const account = accountId.replaceAll('-', '')
  return `${desk.publicUrl}${contactOfAccountPath.to(`${account}.${markOf(desk, account, address)}`)}`
}

/** The account that a link names, unproven; undefined for what is none of our links. */
export function accountInLink(token: string): AccountId | undefined {
  const [, account] = shape.exec(token) ?? []
  return account?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as AccountId | undefined
}

/** Whether we made this link for that address. */
export function isLinkFor(desk: Pick<Platform, 'key'>, token: string, address: string): boolean {
  const [, account = '', mark = ''] = shape.exec(token) ?? []
  const [made, given] = [Buffer.from(markOf(desk, account, address)), Buffer.from(mark)]
  return made.length === given.length && timingSafeEqual(made, given)
}
