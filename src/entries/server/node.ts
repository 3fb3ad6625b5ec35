export { toNodeHandler, type NodeHandler, type NodeHandlerOptions } from '../../server/node.ts'
