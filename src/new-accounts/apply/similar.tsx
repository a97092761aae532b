import { type Identifier as AccountIdentifier, shownIdentifier } from '../../accounts/domain/identifier.ts'
import { askPath } from '../../paths/access-requests.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Identifier, Items, LinkButton, Section } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Similar } from './looks.store.ts'

function why(reader: Reader, { isSame, looksAlike }: Similar): string {
  const t = words.for(reader)
  return t(
    isSame
      ? 'application.similar.same'
      : looksAlike
        ? 'application.similar.alike'
        : 'application.similar.domain',
  )
}

/** Accounts that could be meant, each with the way to ask for access to it instead. */
export function SimilarAccounts(props: { reader: Reader; accounts: readonly Similar[]; lead: string }) {
  const { reader, accounts } = props
  const t = words.for(reader)
  return (
    <Section title={t('application.similar')} lead={props.lead}>
      <Items
        items={accounts.map((one) => ({
          title: one.name,
          text: (
            <>
              <Identifier value={shownIdentifier(one.identifier as AccountIdentifier).shown} />.{' '}
              {why(reader, one)}
            </>
          ),
          action: (
            <LinkButton
              small
              href={`${askPath.to()}?account=${encodeURIComponent(one.identifier)}`}
              label={t('application.similar.ask-for', { account: one.name })}
            >
              {t('application.similar.ask')}
            </LinkButton>
          ),
        }))}
      />
    </Section>
  )
}
