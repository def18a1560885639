import { listedContacts } from '../../../src/core/lists/directory.ts';
import { useDirectoryAddress } from './address.ts';
import { type Field, HALL_FIELDS, UNIT_FIELDS } from './fields.ts';
import { Origin, RecordActs } from './record-acts.tsx';
import { Narrow, Rows } from './rows.tsx';
import type { Acts, Contact, Directory } from './types.ts';

interface Line {
  unitId: string | null;
  name: string;
  ended: boolean;
  contact: Contact | null;
  fields: readonly Field[];
}

/** 指南登记信息: the hall that all guides share first, then every unit, registered or not. */
export function Contacts({ data, acts }: { data: Directory; acts: Acts }) {
  const { search } = useDirectoryAddress();
  const contacts = new Map(data.contacts.map((contact) => [contact.unitId, contact]));
  const hall: Line = { unitId: null, name: '政务服务厅（各单位共用）', ended: false, contact: data.hall, fields: HALL_FIELDS };
  const lines = [
    hall,
    ...data.units.map(({ id, name, ended }): Line => ({ unitId: id, name, ended, contact: contacts.get(id) ?? null, fields: UNIT_FIELDS })),
  ].filter(({ ended, contact }) => !ended || contact !== null);
  const shown = listedContacts(lines, search);
  const without = lines.filter(({ contact }) => contact === null).length;
  return (
    <>
      <Narrow placeholder="单位、地址、电话" only={`只看尚未登记的（${without}）`} />
      <Rows label="指南登记信息" heads={['单位', '登记信息', '来源或最后修改', '操作']} empty={shown.length === 0}>
        {shown.map(({ unitId, name, ended, contact, fields }) => (
          <tr key={unitId ?? 'hall'}>
            <th scope="row" className="record-name">
              {name}
              {ended && <span className="sub">已撤销</span>}
            </th>
            <td>
              {contact === null ? (
                <span className="is-zero">尚未登记</span>
              ) : (
                <dl className="record-values">
                  {fields.map(({ key, label }) => (
                    <Value key={key} label={label} value={contact.fields[key as keyof Contact['fields']]} />
                  ))}
                </dl>
              )}
            </td>
            <td>
              <Origin record={contact} />
            </td>
            <td>
              <RecordActs
                acts={acts}
                kind="contact"
                id={contact?.id ?? null}
                label={name}
                edit={() =>
                  acts.edit({
                    kind: 'contact',
                    id: contact?.id ?? null,
                    unitId,
                    title: `${name}的指南登记信息`,
                    values: { ...contact?.fields },
                  })
                }
              />
            </td>
          </tr>
        ))}
      </Rows>
    </>
  );
}

function Value({ label, value }: { label: string; value: string | undefined }) {
  if (value === undefined) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
