import type { BlockReader } from './pbf-block.ts';
import { need, readInfo } from './pbf-objects.ts';
import { packedIndices, packedSums } from './pbf-packed.ts';

/** Reads the Relation message that is the wire's current field. */
export function readRelation(block: BlockReader): void {
  const { wire, columns } = block;
  const outer = wire.enter();
  const begin = wire.pos;
  let keys = -1;
  let keysStop = -1;
  let values = -1;
  let valuesStop = -1;
  let roles = -1;
  let rolesStop = -1;
  let ids = -1;
  let idsStop = -1;
  let types = -1;
  let typesStop = -1;
  let id = NaN;
  while (wire.next()) {
    switch (wire.field) {
      case 1:
        id = wire.signed('Relation.id');
        break;
      case 2:
        keys = wire.once(keys);
        keysStop = wire.stop;
        break;
      case 3:
        values = wire.once(values);
        valuesStop = wire.stop;
        break;
      case 4:
        readInfo(block);
        break;
      case 8:
        roles = wire.once(roles);
        rolesStop = wire.stop;
        break;
      case 9:
        ids = wire.once(ids);
        idsStop = wire.stop;
        break;
      case 10:
        types = wire.once(types);
        typesStop = wire.stop;
        break;
      default:
        wire.skip();
    }
  }
  wire.leave(outer);
  need(block, begin, 'Relation', 'id', id);
  columns.relationIds.push(id);
  readMembers(block, roles, rolesStop, ids, idsStop, types, typesStop);
  block.tags(keys, keysStop, values, valuesStop, columns.relationTags, columns.relationTagStart);
}

function readMembers(
  block: BlockReader,
  roles: number,
  rolesStop: number,
  ids: number,
  idsStop: number,
  types: number,
  typesStop: number,
): void {
  const { wire, strings } = block;
  const { memberIds, memberRoles, memberTypes, memberStart } = block.columns;
  const data = memberIds.reserve(idsStop - ids);
  const count = packedSums(wire, ids, idsStop, data, memberIds.length);
  memberIds.length += count;

  const list = block.keys.reserve(Math.max(rolesStop - roles, typesStop - types));
  const roleCount = packedIndices(wire, roles, rolesStop, list, 0);
  if (roleCount !== count) {
    throw wire.fault('pbf-unequal', { field: 'roles_sid', got: roleCount, expected: count });
  }
  const roleData = memberRoles.reserve(count);
  let at = memberRoles.length;
  for (let i = 0; i < count; i++) roleData[at++] = strings.global(wire, list[i]);
  memberRoles.length = at;

  const typeCount = packedIndices(wire, types, typesStop, list, 0);
  if (typeCount !== count) {
    throw wire.fault('pbf-unequal', { field: 'types', got: typeCount, expected: count });
  }
  const typeData = memberTypes.reserve(count);
  at = memberTypes.length;
  for (let i = 0; i < count; i++) {
    if (list[i] > 2) throw wire.fault('pbf-number', { field: 'types', got: list[i] });
    typeData[at++] = list[i];
  }
  memberTypes.length = at;
  memberStart.push(at);
}
