import { Hono } from 'hono'
import { accountStatuses, accountTypes } from '../../accounts/domain/account.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import {
  type AddAccountRefusal,
  type AddVirtualAccountRefusal,
  addAccount,
  addVirtualAccount,
  findAccount,
  type StoredAccount,
  treeOf,
} from '../../accounts/index.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  addAccountPath,
  addVirtualAccountPath,
  changeVisibilityPath,
  operatedAccountPath,
  operatorPath,
} from '../../paths/operator.ts'
import { frameOf, operator, type Viewer } from '../../people/index.ts'
import {
  command,
  type Ctx,
  type Env,
  type FieldErrors,
  html,
  page,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changeVisibility } from './change-visibility.ts'
import { OperatedAccountPage } from './account.page.tsx'
import { AddAccountPage } from './forms.page.tsx'
import { flashOf } from './frame.page.tsx'
import { AccountsPage } from './lists.page.tsx'
import { accountForm, virtualAccountForm, visibilityForm } from './operator.form.ts'
import { accountCounts, accountsAfter } from './operator.query.ts'
import { listed } from './paging.ts'

/** The operator's pages about accounts. */
export function accountsRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  return new Hono<Env>()
    .get(operatorPath.pattern, page({ who, show: (c, viewer) => list(c, platform, viewer) }))
    .get(
      addAccountPath.pattern,
      page({ who, show: (c, viewer) => html(c, <AddAccountPage frame={frameOf(c, platform, viewer)} />) }),
    )
    .post(addAccountPath.pattern, adding(platform))
    .get(
      operatedAccountPath.pattern,
      page({ who, show: (c, viewer) => showAccount(c, platform, viewer, {}) }),
    )
    .post(changeVisibilityPath.pattern, changing(platform))
    .post(addVirtualAccountPath.pattern, addingPlace(platform))
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const status = accountStatuses.find((one) => one === c.req.query('status')) ?? ''
  const type = accountTypes.find((one) => one === c.req.query('type')) ?? ''
  const counts = await accountCounts(platform.db)
  const shown = await listed(c, platform, viewer, {
    name: `operated-accounts:${status}:${type}`,
    read: (db, paging) => accountsAfter(db, { ...paging, status, type }),
    keyOf: ({ identifier }) => identifier,
  })
  const name = c.req.query('name')?.slice(0, 80) ?? ''
  return html(
    c,
    <AccountsPage
      {...shown}
      {...{ status, type, counts }}
      flash={flashOf(shown.frame, c.req.query('done'), { name })}
    />,
  )
}

function adding(platform: Platform) {
  const again = (c: Ctx, viewer: Viewer, typed: Typed, errors: FieldErrors) =>
    html(c, <AddAccountPage frame={frameOf(c, platform, viewer)} typed={typed} errors={errors} />, 422)
  return command(platform, {
    who: operator(platform),
    form: accountForm,
    run: async (tx, viewer, form) => {
      const verifiedDomains = form.verifiedDomains.split(/[\s,;]+/).filter(Boolean)
      const added = await addAccount(tx, viewer.personId, { ...form, verifiedDomains })
      return added.ok ? { ok: true, value: form.name } : added
    },
    invalid: (c, viewer, { typed, errors }) => again(c, viewer, typed, errors),
    refused: (c, viewer, { refusal, typed }) => again(c, viewer, typed, mistakeOf(refusal)),
    done: (c, _, name) => seeOther(c, withQuery(operatorPath.to(), { done: 'added-account', name })),
  })
}

function mistakeOf({ code }: AddAccountRefusal): FieldErrors {
  const mistakes: Record<AddAccountRefusal['code'], FieldErrors> = {
    'identifier-unfit': { identifier: 'operator.error.identifier' },
    'identifier-taken': { identifier: 'operator.error.identifier-taken' },
    'domain-unfit': { verifiedDomains: 'operator.error.domain' },
    'name-unfit': { name: 'operator.error.name' },
    'zone-unknown': { timeZone: 'operator.error.zone' },
    'unknown-person': { administrator: 'operator.error.administrator' },
  }
  return mistakes[code]
}

async function accountIn(c: Ctx, { db }: Platform): Promise<StoredAccount | undefined> {
  const identifier = readIdentifier(c.req.param('identifier') ?? '')
  return identifier.ok ? findAccount(db, identifier.value) : undefined
}

async function showAccount(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  wrong: { typed?: Typed; errors?: FieldErrors },
): Promise<Response> {
  const account = await accountIn(c, platform)
  if (!account) return c.notFound()
  const tree = await treeOf(platform.db, account.id)
  const frame = frameOf(c, platform, viewer)
  const flash = flashOf(frame, c.req.query('done'))
  const shown = <OperatedAccountPage frame={frame} account={account} tree={tree} flash={flash} {...wrong} />
  return html(c, shown, wrong.errors ? 422 : 200)
}

function changing(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: visibilityForm,
    async run(tx, viewer, form, c): Promise<Outcome<null, 'unknown-account'>> {
      const account = await accountIn(c, platform)
      if (!account) return refuse('unknown-account')
      return changeVisibility(tx, viewer.personId, { account: account.id, visibility: form.visibility })
    },
    invalid: (c, viewer, wrong) => showAccount(c, platform, viewer, wrong),
    refused: (c) => c.notFound(),
    done: (c) => seeOther(c, `${operatedAccountPath.to(c.req.param('identifier') ?? '')}?done=changed`),
  })
}

function addingPlace(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: virtualAccountForm,
    run: (tx, viewer, form, c) =>
      addVirtualAccount(tx, viewer.personId, {
        account: c.req.param('identifier') ?? '',
        name: form.name,
        parent: form.parent === '' ? null : form.parent,
      }),
    invalid: (c, viewer, wrong) => showAccount(c, platform, viewer, wrong),
    refused: (c, viewer, { refusal, typed }) =>
      showAccount(c, platform, viewer, { typed, errors: placeMistakeOf(refusal) }),
    done: (c) => seeOther(c, `${operatedAccountPath.to(c.req.param('identifier') ?? '')}?done=added-virtual`),
  })
}

function placeMistakeOf({ code }: AddVirtualAccountRefusal): FieldErrors {
  const mistakes: Record<AddVirtualAccountRefusal['code'], FieldErrors> = {
    'unknown-account': {},
    'unknown-parent': { parent: 'operator.error.parent' },
    'name-unfit': { name: 'operator.error.name' },
    'name-taken': { name: 'operator.error.name-taken' },
    'too-many': { name: 'operator.error.virtual-accounts-too-many' },
    'too-deep': { parent: 'operator.error.virtual-accounts-too-deep' },
  }
  return mistakes[code]
}
