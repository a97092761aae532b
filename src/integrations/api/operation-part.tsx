import type { Reader } from '../../platform/i18n/reader.ts'
import { Code, Facts, Fold, Stack, Table } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { curlOf } from './curl.ts'
import type { ApiDocument, DocumentedOperation } from './document.ts'
import { fieldsOf, type SchemaField, typeOf } from './schema-fields.ts'

type Part = {
  readonly reader: Reader
  readonly document: ApiDocument
  readonly path: string
  readonly method: string
  readonly operation: DocumentedOperation
}

/** One operation: what it does, what it takes, how it is called, what it answers. */
export function OperationPart(part: Part) {
  const { reader, document, operation, method, path } = part
  const t = words.for(reader)
  const url = (document.servers as readonly { url: string }[])[0]?.url ?? ''
  const scope = scopeOf(operation)
  const parameters = (operation.parameters ?? []).map((one) => ({
    name: one.name,
    type: typeOf(one.schema),
    needed: one.required,
    description: one.description ?? '',
  }))
  const body = operation.requestBody?.content['application/json']
  return (
    <Fold summary={<Heading method={method} path={path} operation={operation} />}>
      <Stack>
        {/* What an address names inside a folded part, the browser unfolds. */}
        <p lang="en" id={operation.operationId}>
          {operation.description}
        </p>
        <Facts
          items={[
            { label: method, value: path },
            { label: t('api.scope'), value: scope },
          ]}
        />
        <Fields reader={reader} caption={t('api.parameters')} fields={parameters} />
        {body && <Fields reader={reader} caption={t('api.body')} fields={fieldsOf(body.schema, document)} />}
        <Code label={t('api.call', { operation: operation.operationId })}>
          {curlOf({ url, path, method, operation })}
        </Code>
        <Answer {...part} />
        <Answers reader={reader} document={document} operation={operation} />
      </Stack>
    </Fold>
  )
}

function Heading({ method, path, operation }: Pick<Part, 'method' | 'path' | 'operation'>) {
  return (
    <span class="fold-heading">
      <strong lang="en">{operation.summary}</strong>{' '}
      <code>
        {method} {path}
      </code>
    </span>
  )
}

/** The scope that a token needs for it. */
export function scopeOf({ security }: DocumentedOperation): string {
  const [first] = security as readonly { token?: readonly string[] }[]
  return first?.token?.join(', ') ?? ''
}

/** Fields as a table, each with its type and what it means. */
export function Fields(props: { reader: Reader; caption: string; fields: readonly SchemaField[] }) {
  const { reader, caption, fields } = props
  const t = words.for(reader)
  if (fields.length === 0) return null
  return (
    <Table
      reader={reader}
      caption={caption}
      captioned
      dense
      rows={fields}
      columns={[
        { label: t('api.name'), heads: true, fit: true, cell: ({ name }) => name },
        {
          label: t('api.type'),
          cell: ({ type, needed }) => (needed ? `${type}, ${t('api.needed')}` : type),
        },
        { label: t('api.meaning'), cell: ({ description }) => <span lang="en">{description}</span> },
      ]}
    />
  )
}

type Shown = {
  readonly description: string
  readonly content?: { 'application/json'?: { example?: unknown } }
}

function Answer({ reader, operation }: Part) {
  const t = words.for(reader)
  const good = (operation.responses['200'] ?? operation.responses['201']) as Shown
  const example = good.content?.['application/json']?.example
  if (example === undefined) return null
  return (
    <Fold summary={t('api.example')}>
      <Code label={t('api.answer', { operation: operation.operationId })}>
        {JSON.stringify(example, null, 2)}
      </Code>
    </Fold>
  )
}

function Answers(props: Pick<Part, 'reader' | 'document' | 'operation'>) {
  const { reader, document, operation } = props
  const t = words.for(reader)
  const shared = document.components.responses as Record<string, Shown>
  const rows = Object.entries(operation.responses).map(([status, response]) => {
    const { $ref } = response as { $ref?: string }
    const shown = $ref === undefined ? (response as Shown) : shared[$ref.split('/').at(-1) ?? '']
    return { status, description: shown?.description ?? '' }
  })
  return (
    <Table
      reader={reader}
      caption={t('api.answers')}
      captioned
      dense
      rows={rows}
      columns={[
        { label: t('api.status'), heads: true, fit: true, cell: ({ status }) => status },
        { label: t('api.meaning'), cell: ({ description }) => <span lang="en">{description}</span> },
      ]}
    />
  )
}
