import { askPath } from '../../paths/access-requests.ts'
import { smartAccountsPath } from '../../paths/accounts.ts'
import { newClaimPath } from '../../paths/claims.ts'
import { type Frame, LinkButton, Page, PageHeading, Prose, Section } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** What one can do today to get a new Smart Account. */
export function NewAccountPage({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  const installation = frame.installationName
  const hasContacts = frame.footerLinks.length > 0
  return (
    <Page frame={frame} title={t('new.title')} breadcrumb={crumbs(frame, t('new.title'))}>
      <PageHeading title={t('new.title')} lead={t('new.lead', { installation })} />
      <Section title={t('new.first-title')}>
        <Prose>
          <p>{t('new.first')}</p>
        </Prose>
        <LinkButton variant="primary" href={askPath.to()}>
          {t('entries.request')}
        </LinkButton>
      </Section>
      <Section title={t('new.how-title')}>
        <Prose>
          <p>
            {hasContacts ? t('new.how-contact', { installation }) : t('new.how-no-contact', { installation })}
          </p>
          <ul>
            <li>{t('new.item-identifier')}</li>
            <li>{t('new.item-name')}</li>
            <li>{t('new.item-administrator')}</li>
          </ul>
          <p>{t('new.after')}</p>
        </Prose>
      </Section>
      <Section title={t('claim.new')}>
        <Prose>
          <p>{t('claim.list.lead')}</p>
        </Prose>
        <LinkButton href={newClaimPath.to()}>{t('claim.new')}</LinkButton>
      </Section>
    </Page>
  )
}

function crumbs(frame: Frame, here: string) {
  return [{ label: words.for(frame.reader)('access.title'), href: smartAccountsPath.to() }, { label: here }]
}
