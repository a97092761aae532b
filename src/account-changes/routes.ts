export { changeRoutes as routes } from './open/change.route.tsx'
