import { useId } from 'react';
import { cameraMoves } from '../../src-shared/jobs/clip-request';
import { draftStore } from '../stores/draft';
import { Field } from '../ui/field';
import { Select } from '../ui/select';

/** How the camera moves. */
export function CameraField() {
  const id = useId();
  const chosen = draftStore((draft) => draft.camera);
  const choose = (value: string) => {
    const move = cameraMoves.find((candidate) => candidate.id === value);
    if (move !== undefined) draftStore.getState().change({ camera: move.id });
  };
  return (
    <Field
      label="Camera"
      controlId={id}
      aside={
        <Select id={id} value={chosen} onChange={(event) => choose(event.target.value)}>
          {cameraMoves.map(({ id: move, name }) => (
            <option key={move} value={move}>
              {name}
            </option>
          ))}
        </Select>
      }
    >
      {null}
    </Field>
  );
}
