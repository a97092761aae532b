import { accountTypes } from '../../accounts/domain/account.ts'
import {
  type AccountToAdd,
  type AddAccountRefusal,
  type AddVirtualAccountRefusal,
  addAccount,
  addVirtualAccount,
} from '../../accounts/index.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { doing } from './as-operator.ts'
import type { Given, Say } from './command.ts'

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
export const accountAdd = doing(
  {
    name: 'account add',
    about: 'about.account-add',
    takes: ['IDENTIFIER'],
    options: {
      name: { value: 'NAME', required: true },
      admin: { value: 'ADDRESS', required: true },
      type: { value: 'TYPE', choices: accountTypes },
      'time-zone': { value: 'ZONE' },
      listed: {},
      'verified-domain': { value: 'DOMAIN', multiple: true },
    },
  },
  async (tx, { terminal: { say }, given }, by) => {
    const asked = accountIn(given)
    const added = await addAccount(tx, by, asked)
    if (!added.ok) return refuse(whyNoAccount(say, added.refusal, asked))
    return done(say('done.account', { identifier: added.value.identifier, address: asked.administrator }))
  },
)

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
export const virtualAccountAdd = doing(
  {
    name: 'virtual-account add',
    about: 'about.virtual-account-add',
    takes: ['IDENTIFIER', 'NAME'],
    options: { parent: { value: 'NAME' }, restricted: {} },
  },
  async (tx, { terminal: { say }, given }, by) => {
    const [account = '', name = ''] = given.arguments
    const parent = given.text('parent') ?? null
    const asked = { account, name, parent, restricted: given.has('restricted') }
    const added = await addVirtualAccount(tx, by, asked)
    if (!added.ok) return refuse(whyNoPlace(say, added.refusal, asked))
    return done(say('done.virtual-account', { name, identifier: account }))
  },
)
