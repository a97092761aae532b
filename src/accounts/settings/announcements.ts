import type { AccountId } from '../../kernel/id.ts'
import type { Announcements } from '../../platform/mailer/index.ts'
import { toldOfWish } from './sight.store.ts'

/** Who is told about settings: the other administrators, when one wants fewer people for administrators. */
export const settingAnnouncements: Announcements = {
  'account.administrators-setting': async (tx, event) => {
    if (event.facts['what'] !== 'WISHED') return []
    const told = await toldOfWish(tx, event.account as AccountId)
    return told
      .filter(({ personId }) => personId !== event.actor)
      .map(({ personId, address, locale }) => ({
        kind: 'account.fewer-wished',
        personId,
        address,
        locale,
        category: 'security',
        payload: { accountId: event.account },
      }))
  },
}
