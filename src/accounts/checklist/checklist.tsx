import {
  accountAgreementsPath,
  accountRulesPath,
  accountSettingsPath,
  accountUsersPath,
  editAccountPath,
} from '../../paths/accounts.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Badge, Items, Link, LinkButton, Notice, Section } from '../../ui/index.ts'
import { may } from '../domain/rights.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import type { FirstSteps } from './checklist.query.ts'

type Props = { readonly reader: Reader; readonly seen: SeenAccount; readonly steps: FirstSteps }

/** The standing notice of an agreement that the account has not accepted, for whoever may. */
export function AgreementNotice({ reader, seen, steps }: Props) {
  if (steps.toAccept === 0 || !may(seen.rights, 'accept-agreements', { kind: 'ACCOUNT' })) return null
  const t = words.for(reader)
  return (
    <Notice
      kind={steps.isDue ? 'warning' : 'info'}
      still
      title={t(steps.isDue ? 'first.agreement-due' : 'first.agreement-soon')}
      actions={
        <LinkButton small href={accountAgreementsPath.to(seen.account.identifier)}>
          {t('first.agreement-do')}
        </LinkButton>
      }
    >
      {t('first.agreement')}
    </Notice>
  )
}

const places = {
  administrators: accountUsersPath,
  calendar: accountSettingsPath,
  rules: accountRulesPath,
  contact: editAccountPath,
} as const
const names = Object.keys(places) as (keyof typeof places)[]

/** What a young account still needs; gone once it has everything. */
export function FirstStepsCard({ reader, seen, steps }: Props) {
  const mayDoIt = may(seen.rights, 'change-settings', { kind: 'ACCOUNT' })
  const left = names.filter((name) => !steps[name])
  if (!steps.isYoung || !mayDoIt || left.length === 0) return null
  const t = words.for(reader)
  return (
    <Section title={t('first.title')} lead={t('first.lead', { n: left.length })} id="first-steps">
      <Items
        items={names.map((name) => ({
          title: steps[name] ? (
            t(`first.${name}`)
          ) : (
            <Link href={places[name].to(seen.account.identifier)}>{t(`first.${name}`)}</Link>
          ),
          text: t(`first.${name}.help`),
          state: steps[name] && <Badge tone="green">{t('first.done')}</Badge>,
        }))}
      />
    </Section>
  )
}
