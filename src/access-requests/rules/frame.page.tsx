import type { Child } from '#jsx'
import {
  AccountFrame,
  mostTicked,
  type NamedVirtualAccount,
  placeName,
  type SeenAccount,
} from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { accountRulesPath } from '../../paths/accounts.ts'
import { blocksPath, ruleVersionsPath } from '../../paths/rules.ts'
import { mayChangeRules } from '../../rules/domain/reading.ts'
import { ruleWords as words } from '../../rules/index.ts'
import { type Flash, type Frame, Tabs } from '../../ui/index.ts'

/** What every page about an account's rules knows. */
export type OfRules = { readonly frame: Frame; readonly seen: SeenAccount }

/** How many virtual accounts a form shows; those that are chosen are always among them, the others are written. */
export const mostPlaces = mostTicked

/** Whether the viewer may change the rules of the whole account. */
export function changesAll({ rights }: SeenAccount): boolean {
  return mayChangeRules(rights, null)
}

/** The virtual accounts whose rules the viewer may change, in the order of the tree. */
export function ownPlaces({ tree, rights }: SeenAccount): readonly NamedVirtualAccount[] {
  return tree.virtualAccounts.filter(({ id }) => mayChangeRules(rights, id))
}

/** Virtual accounts as boxes to tick, named with those they stand under: of very many, those that are chosen. */
export function placeItems(
  seen: SeenAccount,
  chosen: readonly string[],
  within: VirtualAccountId | null = null,
) {
  const all = ownPlaces(seen).filter(({ path }) => within === null || path.includes(within))
  const shown = all.length > mostPlaces ? all.filter(({ id }) => chosen.includes(id)) : all
  return shown.map(({ id }) => ({ value: id, label: placeName(seen.tree, id) }))
}

/** A page about an account's rules, with the way to the others. */
export function RulesFrame(
  props: OfRules & {
    readonly current: 'rules' | 'versions' | 'blocks'
    readonly title: string
    readonly lead?: Child
    readonly actions?: Child
    readonly flash?: Flash | undefined
    readonly failed?: boolean | undefined
    /** The page's own place below the tab. */
    readonly under?: string | undefined
    readonly narrow?: boolean | undefined
    readonly children?: Child
  },
) {
  const { frame, seen, current, title, under } = props
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const paths = { rules: accountRulesPath, versions: ruleVersionsPath, blocks: blocksPath }
  const tab = (name: keyof typeof paths) => ({
    label: t(`rules.tab.${name}`),
    href: paths[name].to(identifier),
    current: current === name,
  })
  const isTop = current === 'rules' && under === undefined
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="rules"
      title={title}
      lead={props.lead}
      actions={props.actions}
      flash={props.flash}
      failed={props.failed}
      narrow={props.narrow}
      under={isTop ? undefined : [{ label: under ?? title }]}
      below={<Tabs label={t('rules.tabs')} items={[tab('rules'), tab('versions'), tab('blocks')]} />}
    >
      {props.children}
    </AccountFrame>
  )
}
