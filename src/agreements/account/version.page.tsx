import { formatDate } from '../../platform/i18n/format.ts'
import { type Frame, Page, PageHeading } from '../../ui/index.ts'
import type { StoredVersion } from '../agreements.store.ts'
import { words } from '../messages/index.ts'
import { AgreementText } from '../text.tsx'

/** One version of an agreement, made to be read and printed. */
export function VersionPage({ frame, version }: { frame: Frame; version: StoredVersion }) {
  const { reader } = frame
  const t = words.for(reader)
  const title = version.title[reader.locale]
  const date = formatDate(reader, version.requiredFrom, 'shortDate')
  return (
    <Page frame={frame} title={title}>
      <PageHeading title={title} lead={t('agreement.holds', { n: version.version, date })} />
      <AgreementText text={version.text[reader.locale]} />
    </Page>
  )
}
