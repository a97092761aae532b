import { accountWords, editAccount } from '../../accounts/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Command, Terminal } from './command.ts'
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

/** What an account says of itself, and what it is to say. */
function wishOf({ account, given }: Here) {
  const { id, name, contactName, contactAddress, visibility } = account
  const after = {
    visibility,
    name: given.text('name') ?? name,
    contactName: given.text('contact-name') ?? contactName,
    contactAddress: given.text('contact-address') ?? contactAddress,
  }
  return { account: id, before: { name, contactName, contactAddress, visibility }, after }
}

async function edit(tx: Tx, here: Here, by: AtTheMachine): Promise<Outcome<string, string>> {
  const { account, terminal, given } = here
  const { say } = terminal
  const editor = { ...(await operatorAs(tx, by.personId)), ...by }
  const wish = wishOf(here)
  const first = await editAccount(tx, editor, { ...wish, despite: null })
  const alike = !first.ok && first.refusal.code === 'looks-like' ? first.refusal.other : null
  if (alike !== null && !given.has('despite')) return refuse(say('refused.name-alike', { name: alike }))
  const edited = alike === null ? first : await editAccount(tx, editor, { ...wish, despite: alike })
  if (!edited.ok) return refuse(whyNot(terminal, edited.refusal))
  return done(say('done.account-edited', { identifier: account.identifier, n: edited.value.length }))
}

type Refusal = Extract<Awaited<ReturnType<typeof editAccount>>, { ok: false }>['refusal']

function whyNot(terminal: Terminal, refusal: Refusal): string {
  if (refusal.code !== 'unfit') return terminal.say('refused.changed-meanwhile')
  const t = accountWords.for(readerAt(terminal))
  const why = Object.values(refusal.problems).map((problem) => t(`properties.error.${problem}`))
  return terminal.say('refused.nothing-done', { why: why.join(' ') })
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
