import type { Reader } from '../platform/i18n/reader.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Card, Muted, Prose } from '../ui/index.ts'
import type { StoredVersion } from './agreements.store.ts'
import { textBlocks } from './domain/plain-text.ts'
import { words } from './messages/index.ts'

/** A text of an agreement, as it is read everywhere. */
export function AgreementText({ text }: { text: string }) {
  return (
    <Prose>
      {textBlocks(text).map((block) => {
        if (block.kind === 'heading') return <h3>{block.text}</h3>
        if (block.kind === 'paragraph') return <p>{block.text}</p>
        const items = block.items.map((item) => <li>{item}</li>)
        return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
      })}
    </Prose>
  )
}

/** What somebody is about to accept: each text in a frame of its own. */
export function AgreementsToRead(props: { reader: Reader; versions: readonly StoredVersion[] }) {
  const { reader, versions } = props
  const t = words.for(reader)
  return (
    <>
      {versions.map(({ title, text, version, requiredFrom }) => (
        <Card title={title[reader.locale]}>
          <Muted>
            {t('agreement.holds', { n: version, date: formatDate(reader, requiredFrom, 'shortDate') })}
          </Muted>
          <AgreementText text={text[reader.locale]} />
        </Card>
      ))}
    </>
  )
}
