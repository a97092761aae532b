export { words as apiWords } from './messages/index.ts'
export { mount } from './mount.ts'
export {
  type Call,
  type Described,
  type Given,
  type Operation,
  reading,
  sending,
  writing,
} from './operation.ts'
export { answerProblem, type Problem } from './problem.ts'
export {
  afterId,
  afterKey,
  cursorRefused,
  nextPage,
  pageFields,
  pageOf,
  pageQuery,
} from './paging.ts'
