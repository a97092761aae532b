import { proofFilePath, proofPath } from '../../paths/support-cases.ts'
import { nameOf } from '../../people/index.ts'
import { Card, FileField, Form, FormActions, Items, Link, Muted, SubmitButton, Time } from '../../ui/index.ts'
import { isUnderWay } from '../domain/case.ts'
import { acceptedTypes, mostFiles } from '../domain/proof.ts'
import { words } from '../messages/index.ts'
import type { CasePageProps } from './case.page.tsx'
import type { ProofFile } from './thread.query.ts'

const shortTypes: Readonly<Record<string, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'application/pdf': 'PDF',
  'text/plain': 'TXT',
}

/** The files that prove who may decide, and the field to add one. */
export function ProofCard(props: CasePageProps) {
  const { frame, one, thread, mistake } = props
  const { reader } = frame
  const t = words.for(reader)
  const takesMore = isUnderWay(one) && thread.files.length < mostFiles
  return (
    <Card title={t('proof.title')}>
      <Muted>{t('proof.lead')}</Muted>
      {thread.files.length === 0 ? (
        <p>{t('proof.none')}</p>
      ) : (
        <Items items={thread.files.map((file) => lineOf(props, file))} />
      )}
      {takesMore && (
        <Form action={proofPath.to(one.id)} files>
          <FileField
            reader={reader}
            name="proof"
            label={t('proof.file')}
            help={t('proof.file.help')}
            required
            accept={acceptedTypes}
            error={mistake?.field === 'proof' ? mistake.error : undefined}
          />
          <FormActions>
            <SubmitButton variant="secondary" icon="plus">
              {t('proof.add')}
            </SubmitButton>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}

function lineOf({ frame, one }: CasePageProps, file: ProofFile) {
  const { reader } = frame
  const t = words.for(reader)
  const kilobytes = Math.max(1, Math.round(file.bytes / 1000))
  const size = new Intl.NumberFormat(reader.locale, { style: 'unit', unit: 'kilobyte' }).format(kilobytes)
  const who = file.addedBy ? nameOf(file.addedBy) : t('said.erased')
  return {
    title:
      one.seat === 'SUPPORT' ? <Link href={proofFilePath.to(one.id, file.id)}>{file.name}</Link> : file.name,
    text: t('proof.meta', { type: shortTypes[file.type] ?? file.type, size, who }),
    meta: <Time reader={reader} at={file.at} as="dateTime" />,
  }
}
