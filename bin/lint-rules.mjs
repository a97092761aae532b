const isCall = (node, object, property) =>
  node.callee.type === 'MemberExpression' &&
  node.callee.object.name === object &&
  node.callee.property.name === property

const untold = [
  ['Date', 'now'],
  ['performance', 'now'],
  ['Math', 'random'],
  ['crypto', 'randomUUID'],
]

/** The domain is told the time and chance, so that it can be asked about any moment. */
const domainIsTold = {
  create(context) {
    const report = (node) =>
      context.report({ node, message: 'The domain is told the time, ids and randomness.' })
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node)
      },
      CallExpression(node) {
        if (untold.some(([object, property]) => isCall(node, object, property))) report(node)
      },
    }
  },
}

/** Every text reaches a page through the escaping of src/jsx, the only place that makes pieces of a page from text. */
const noRawHtml = {
  create(context) {
    const report = (node) => context.report({ node, message: 'Raw HTML escapes nothing; say it in JSX.' })
    return {
      CallExpression(node) {
        if (node.callee.name === 'raw') report(node)
      },
      NewExpression(node) {
        if (node.callee.name === 'Html' && !/[\\/]src[\\/]jsx[\\/]/.test(context.filename)) report(node)
      },
      JSXAttribute(node) {
        if (node.name.name === 'dangerouslySetInnerHTML') report(node)
      },
    }
  },
}

/** SQL takes values as parameters. */
const noBuiltSql = {
  create(context) {
    const isBuilt = (node) => node?.type === 'BinaryExpression' || node?.expressions?.length > 0
    return {
      CallExpression(node) {
        const isRaw = isCall(node, 'sql', 'raw')
        const isQuery = node.callee.property?.name === 'query'
        if ((isRaw || isQuery) && isBuilt(node.arguments[0])) {
          context.report({ node, message: 'SQL put together from parts; pass values as parameters.' })
        }
      },
    }
  },
}

export default {
  meta: { name: 'vestibule' },
  rules: { 'domain-is-told': domainIsTold, 'no-raw-html': noRawHtml, 'no-built-sql': noBuiltSql },
}
