export { mount } from './mount.ts'
export {
  type About,
  type Call,
  type Caller,
  type Given,
  type Operation,
  reading,
  sending,
  writing,
} from './operation.ts'
export { answerProblem, type FieldProblem, type Problem, type ProblemStatus, problemType } from './problem.ts'
export { words as apiWords } from './messages/index.ts'
