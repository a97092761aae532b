import { confirmDomainPath, stopByLinkPath } from '../../paths/claims.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Button,
  Facts,
  Form,
  FormActions,
  type Frame,
  Id,
  Page,
  PageHeading,
  Quote,
  Stack,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { StoredClaim } from './claims.store.ts'
import type { Party } from './told.store.ts'

/** What the page behind a mailed link shows. */
export type LinkPageProps = {
  readonly frame: Frame
  readonly claim: StoredClaim
  readonly claimant: Party
  /** The domain that is asked; null when the link stops the claim. */
  readonly domain: string | null
}

/** The page behind a mailed link: what is claimed, by whom, and the one button. */
export function LinkPage({ frame, claim, claimant, domain }: LinkPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const said = { name: nameOf(claimant), account: claim.accountName, domain: domain ?? '' }
  const title = domain === null ? t('claim.stop.title') : t('claim.confirm.title', said)
  return (
    <Page frame={frame} title={title}>
      <PageHeading
        title={title}
        lead={domain === null ? t('claim.stop.text', said) : t('claim.confirm.text', said)}
      />
      <Stack>
        <Facts
          items={[
            { label: t('claim.fact.reference'), value: claim.reference },
            {
              label: t('claim.fact.account'),
              value: claim.accountName,
              help: <Id value={claim.identifier} />,
            },
            {
              label: t('claim.fact.claimant'),
              value: nameOf(claimant),
              help: <Id value={claimant.address} />,
            },
            { label: t('claim.fact.company'), value: claimant.company },
          ]}
        />
        <Quote reader={reader} text={claim.reason} by={nameOf(claimant)} />
        <Form action={domain === null ? stopByLinkPath.to() : confirmDomainPath.to()}>
          <FormActions>
            {domain === null ? (
              <Button variant="danger">{t('claim.stop')}</Button>
            ) : (
              <SubmitButton>{t('claim.confirm.button', said)}</SubmitButton>
            )}
          </FormActions>
        </Form>
      </Stack>
    </Page>
  )
}

/** What is said after the button was pressed, or why it did nothing. */
export function LinkDonePage({
  frame,
  what,
}: {
  frame: Frame
  what: 'stopped' | 'confirmed' | 'gone' | 'later'
}) {
  const t = words.for(frame.reader)
  const title = t(`claim.${what}.title`)
  return (
    <Page frame={frame} title={title}>
      <PageHeading title={title} lead={t(`claim.${what}.text`)} />
    </Page>
  )
}
