import { accountTypes } from '../../accounts/domain/account.ts'
import {
  type AccountToAdd,
  type AddAccountRefusal,
  type AddVirtualAccountRefusal,
  addAccount,
  addVirtualAccount,
} from '../../accounts/index.ts'
import { transact } from '../../platform/db/index.ts'
import type { Command, Given, Say } from './command.ts'
import { withDatabase } from './database.ts'

function accountIn(given: Given): AccountToAdd {
  const type = accountTypes.find((known) => known === given.text('type')) ?? 'CUSTOMER'
  return {
    identifier: given.arguments[0] ?? '',
    name: given.text('name') ?? '',
    type,
    visibility: given.has('listed') ? 'LISTED' : 'RESTRICTED',
    timeZone: given.text('time-zone') ?? 'UTC',
    verifiedDomains: given.list('verified-domain'),
    administrator: given.text('admin') ?? '',
  }
}

function whyNoAccount(say: Say, refusal: AddAccountRefusal, asked: AccountToAdd): string {
  switch (refusal.code) {
    case 'identifier-unfit':
      return say('refused.identifier-unfit', { value: asked.identifier })
    case 'domain-unfit':
      return say('refused.domain-unfit', { value: refusal.domain })
    case 'identifier-taken':
      return say('refused.identifier-taken', { value: asked.identifier })
    case 'zone-unknown':
      return say('refused.zone-unknown', { value: asked.timeZone })
    case 'unknown-person':
      return say('refused.unknown-person', { value: refusal.address })
    case 'name-unfit':
      return say('refused.name-unfit')
  }
}

/** `vestibule account add` */
export const accountAdd: Command = {
  name: 'account add',
  takes: ['IDENTIFIER'],
  options: {
    name: { value: 'NAME', required: true },
    admin: { value: 'ADDRESS', required: true },
    type: { value: 'TYPE', choices: accountTypes },
    'time-zone': { value: 'ZONE' },
    listed: {},
    'verified-domain': { value: 'DOMAIN', multiple: true },
    demo: {},
  },
  about: 'about.account-add',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db) => {
      const { say, out, err } = terminal
      const asked = accountIn(given)
      const added = await transact(db, (tx) => addAccount(tx, null, asked))
      if (added.ok) {
        out(say('done.account', { identifier: added.value.identifier, address: asked.administrator }))
        return 0
      }
      err(whyNoAccount(say, added.refusal, asked))
      return 1
    }),
}

function whyNoPlace(
  say: Say,
  refusal: AddVirtualAccountRefusal,
  asked: { account: string; parent: string | null },
): string {
  switch (refusal.code) {
    case 'unknown-account':
      return say('refused.unknown-account', { value: asked.account })
    case 'too-many':
    case 'too-deep':
      return say(`refused.virtual-accounts-${refusal.code}`, { max: refusal.max })
    case 'unknown-parent':
      return say('refused.unknown-parent', { value: asked.parent ?? '' })
    case 'name-unfit':
      return say('refused.name-unfit')
    case 'name-taken':
      return say('refused.name-taken')
  }
}

/** `vestibule virtual-account add` */
export const virtualAccountAdd: Command = {
  name: 'virtual-account add',
  takes: ['IDENTIFIER', 'NAME'],
  options: { parent: { value: 'NAME' }, restricted: {}, demo: {} },
  about: 'about.virtual-account-add',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db) => {
      const { say, out, err } = terminal
      const [account = '', name = ''] = given.arguments
      const asked = {
        account,
        name,
        parent: given.text('parent') ?? null,
        restricted: given.has('restricted'),
      }
      const added = await transact(db, (tx) => addVirtualAccount(tx, null, asked))
      if (added.ok) out(say('done.virtual-account', { name, identifier: account }))
      else err(whyNoPlace(say, added.refusal, asked))
      return added.ok ? 0 : 1
    }),
}
