import { accountWords, editAccount } from '../../accounts/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Command } from './command.ts'
import { type AtTheMachine, changing, type Here, readerAt, showing } from './in-account.ts'
import { operatorAs } from './new-accounts.query.ts'

const accountShow = showing({ name: 'account show', about: 'about.account-show' }, async (_, here) => {
  const { account, tree } = here
  const { identifier, name, type, status, visibility, timeZone, verifiedDomains } = account
  const contact = `${account.contactName} ${account.contactAddress && `<${account.contactAddress}>`}`.trim()
  const t = accountWords.for(readerAt(here.terminal))
  const places = tree.virtualAccounts.length
  return done({
    lines: [
      `${name}  ${identifier}`,
      `${t(`type.${type}`)}, ${status}, ${visibility}, ${timeZone}`,
      here.terminal.say('done.account-places', { n: places }),
      ...(verifiedDomains.length > 0 ? [verifiedDomains.join(', ')] : []),
      ...(contact === '' ? [] : [contact]),
    ],
    json: { ...account, virtualAccounts: places },
  })
})

async function edit(tx: Tx, here: Here, by: AtTheMachine): Promise<Outcome<string, string>> {
  const { account, terminal, given } = here
  const { say } = terminal
  const { name, contactName, contactAddress, visibility } = account
  const before = { name, contactName, contactAddress, visibility }
  const after = {
    visibility,
    name: given.text('name') ?? name,
    contactName: given.text('contact-name') ?? contactName,
    contactAddress: given.text('contact-address') ?? contactAddress,
  }
  const editor = { ...(await operatorAs(tx, by.personId)), ...by }
  const wish = { account: account.id, before, after }
  const first = await editAccount(tx, editor, { ...wish, despite: null })
  const alike = !first.ok && first.refusal.code === 'looks-like' ? first.refusal.other : null
  if (alike !== null && !given.has('despite')) return refuse(say('refused.name-alike', { name: alike }))
  const edited = alike === null ? first : await editAccount(tx, editor, { ...wish, despite: alike })
  if (edited.ok) {
    const n = edited.value.length
    return done(say('done.account-edited', { identifier: account.identifier, n }))
  }
  const { refusal } = edited
  if (refusal.code !== 'unfit') return refuse(say('refused.changed-meanwhile'))
  const t = accountWords.for(readerAt(terminal))
  const why = Object.values(refusal.problems).map((problem) => t(`properties.error.${problem}`))
  return refuse(say('refused.nothing-done', { why: why.join(' ') }))
}

/** The commands about what an account says of itself. */
export const accountPropertiesCommands: readonly Command[] = [
  accountShow,
  changing(
    {
      name: 'account edit',
      about: 'about.account-edit',
      options: {
        name: { value: 'NAME' },
        'contact-name': { value: 'NAME' },
        'contact-address': { value: 'ADDRESS' },
        despite: {},
      },
    },
    edit,
  ),
]
