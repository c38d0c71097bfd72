import { FileUp, Images } from 'lucide-react';
import { useRef, useState } from 'react';
import { pictureTypes } from '../app/bring-in';
import { PicturePicker } from '../gallery/picture-picker';
import { galleryStore } from '../stores/gallery';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { changeSource } from './edit-source';

type EmptyStageProps = {
  /** Whether a picture is being read. */
  busy: boolean;
  onFile: (file: File) => void;
};

/** What stands here before a picture was chosen. */
export function EmptyStage({ busy, onFile }: EmptyStageProps) {
  const input = useRef<HTMLInputElement>(null);
  const hasPictures = galleryStore((store) => store.items.length > 0);
  const [picking, setPicking] = useState(false);
  return (
    <Empty title={busy ? 'The picture is being read…' : 'Start from a picture'}>
      <p>
        Drop a PNG, JPEG or WebP here, or paste one. It stays on this computer; nothing is charged
        until something is made of it.
      </p>
      <div className="flex gap-2">
        <input
          ref={input}
          type="file"
          accept={pictureTypes}
          aria-label="Picture to edit"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file !== undefined) onFile(file);
          }}
        />
        <Button look="primary" onClick={() => input.current?.click()}>
          <FileUp size={15} aria-hidden />
          Choose a file…
        </Button>
        {hasPictures ? (
          <Button aria-haspopup="dialog" onClick={() => setPicking(true)}>
            <Images size={15} aria-hidden />
            From the gallery…
          </Button>
        ) : null}
      </div>
      <PicturePicker
        title="Picture"
        open={picking}
        onClose={() => setPicking(false)}
        onPick={changeSource}
      />
    </Empty>
  );
}
