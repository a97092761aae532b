import { done } from '../../kernel/outcome.ts'
import { changeVisibility } from '../operator/change-visibility.ts'
import { changing } from './in-account.ts'

/** `vestibule account hide` */
export const accountHide = changing(
  { name: 'account hide', about: 'about.account-hide' },
  async (tx, { account, terminal }, by) => {
    await changeVisibility(tx, by.personId, { account: account.id, visibility: 'RESTRICTED' })
    return done(terminal.say('done.hidden', { identifier: account.identifier }))
  },
)
