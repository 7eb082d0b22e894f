<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Baru</translation>
    </message>
    <message>
        <source>New from &amp;template…</source>
        <translation>Baru &amp;dari templat…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>B&amp;uka…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Simpan seb&amp;agai…</translation>
    </message>
    <message>
        <source>&amp;Export weights…</source>
        <translation>&amp;Ekspor bobot…</translation>
    </message>
    <message>
        <source>&amp;Load weights…</source>
        <translation>&amp;Muat bobot…</translation>
    </message>
    <message>
        <source>Export &amp;drawing…</source>
        <translation>Ekspor d&amp;iagram…</translation>
    </message>
    <message>
        <source>&amp;Copy drawing as picture</source>
        <translation>Salin diagram sebagai &amp;gambar</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Cetak…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Keluar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>U&amp;langi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Po&amp;tong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Tem&amp;pel</translation>
    </message>
    <message>
        <source>Duplic&amp;ate</source>
        <translation>Dupli&amp;kat</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>Delete and close the &amp;gap</source>
        <translation>Hapus dan sambun&amp;g kembali</translation>
    </message>
    <message>
        <source>&amp;Find a layer</source>
        <translation>&amp;Cari lapisan</translation>
    </message>
    <message>
        <source>Edit the &amp;selected layer</source>
        <translation>Ubah lapisan terp&amp;ilih</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>Semu&amp;a</translation>
    </message>
    <message>
        <source>&amp;Inverse</source>
        <translation>Kebal&amp;ikan</translation>
    </message>
    <message>
        <source>&amp;Upstream layers</source>
        <translation>Lapisan h&amp;ulu</translation>
    </message>
    <message>
        <source>&amp;Downstream layers</source>
        <translation>Lapisan hili&amp;r</translation>
    </message>
    <message>
        <source>&amp;Both directions</source>
        <translation>Ke&amp;dua arah</translation>
    </message>
    <message>
        <source>&amp;Connected layers</source>
        <translation>Lapisan yang &amp;tersambung</translation>
    </message>
    <message>
        <source>Open layers in pla&amp;ce</source>
        <translation>Buka lapisan &amp;di tempatnya</translation>
    </message>
    <message>
        <source>F&amp;ind in the drawing</source>
        <translation>Ca&amp;ri di diagram</translation>
    </message>
    <message>
        <source>Record animat&amp;ion…</source>
        <translation>&amp;Rekam animasi…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Ganti &amp;nama</translation>
    </message>
    <message>
        <source>Arran&amp;ge</source>
        <translation>&amp;Rapikan</translation>
    </message>
    <message>
        <source>Tur&amp;n the drawing</source>
        <translation>&amp;Putar arah diagram</translation>
    </message>
    <message>
        <source>Gro&amp;up layers</source>
        <translation>Kelomp&amp;okkan lapisan</translation>
    </message>
    <message>
        <source>Ungrou&amp;p</source>
        <translation>&amp;Urai kelompok</translation>
    </message>
    <message>
        <source>Collapse or e&amp;xpand</source>
        <translation>&amp;Ciutkan atau bentangkan</translation>
    </message>
    <message>
        <source>Move &amp;into group…</source>
        <translation>Pinda&amp;hkan ke dalam kelompok…</translation>
    </message>
    <message>
        <source>Ta&amp;ke out of group</source>
        <translation>Ba&amp;wa keluar dari kelompok</translation>
    </message>
    <message>
        <source>L&amp;eave the group</source>
        <translation>K&amp;eluar dari kelompok</translation>
    </message>
    <message>
        <source>&amp;Save group as block…</source>
        <translation>&amp;Simpan kelompok sebagai blok…</translation>
    </message>
    <message>
        <source>&amp;Add note</source>
        <translation>Ta&amp;mbah catatan</translation>
    </message>
    <message>
        <source>&amp;Frame selection</source>
        <translation>Bingkai pi&amp;lihan</translation>
    </message>
    <message>
        <source>Align &amp;left edges</source>
        <translation>Ratakan tepi k&amp;iri</translation>
    </message>
    <message>
        <source>Align &amp;centres</source>
        <translation>Ratakan ten&amp;gah mendatar</translation>
    </message>
    <message>
        <source>Align &amp;right edges</source>
        <translation>Ratakan tepi kana&amp;n</translation>
    </message>
    <message>
        <source>Align &amp;top edges</source>
        <translation>Ratakan tepi &amp;atas</translation>
    </message>
    <message>
        <source>Align &amp;middles</source>
        <translation>Ratakan tengah tega&amp;k</translation>
    </message>
    <message>
        <source>Align &amp;bottom edges</source>
        <translation>Ratakan tepi &amp;bawah</translation>
    </message>
    <message>
        <source>Distribute &amp;horizontally</source>
        <translation>Sebarkan men&amp;datar</translation>
    </message>
    <message>
        <source>Distribute &amp;vertically</source>
        <translation>Sebarkan &amp;tegak</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Per&amp;besar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Per&amp;kecil</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>Ukuran &amp;asli</translation>
    </message>
    <message>
        <source>&amp;Fit the drawing</source>
        <translation>&amp;Paskan diagram</translation>
    </message>
    <message>
        <source>Fit the &amp;selection</source>
        <translation>Paskan yang terp&amp;ilih</translation>
    </message>
    <message>
        <source>&amp;Map of a large drawing</source>
        <translation>Peta untuk diagra&amp;m besar</translation>
    </message>
    <message>
        <source>O&amp;utline</source>
        <translation>Keran&amp;gka</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Ri&amp;wayat</translation>
    </message>
    <message>
        <source>Summar&amp;y</source>
        <translation>Ringka&amp;san</translation>
    </message>
    <message>
        <source>Prese&amp;ntation</source>
        <translation>Prese&amp;ntasi</translation>
    </message>
    <message>
        <source>Hi&amp;ghlight the pointer</source>
        <translation>Sorot penun&amp;juk</translation>
    </message>
    <message>
        <source>&amp;Bring a panel forward…</source>
        <translation>Bawa panel ke m&amp;uka…</translation>
    </message>
    <message>
        <source>&amp;Detach or attach this panel</source>
        <translation>Lepas atau pasang panel &amp;yang aktif</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>Atu&amp;r ulang tata letak</translation>
    </message>
    <message>
        <source>E&amp;xplore data…</source>
        <translation>Je&amp;lajahi data…</translation>
    </message>
    <message>
        <source>Draw &amp;points…</source>
        <translation>Gambar &amp;titik…</translation>
    </message>
    <message>
        <source>&amp;Sketch a function…</source>
        <translation>&amp;Sketsa fungsi…</translation>
    </message>
    <message>
        <source>Import &amp;table…</source>
        <translation>Impor t&amp;abel…</translation>
    </message>
    <message>
        <source>Import time se&amp;ries…</source>
        <translation>Impor &amp;deret waktu…</translation>
    </message>
    <message>
        <source>&amp;Import pictures…</source>
        <translation>&amp;Impor gambar…</translation>
    </message>
    <message>
        <source>Edit &amp;columns…</source>
        <translation>Sunting &amp;kolom…</translation>
    </message>
    <message>
        <source>&amp;Draw or type an input to try</source>
        <translation>&amp;Gambar atau ketik masukan untuk dicoba</translation>
    </message>
    <message>
        <source>&amp;Run or pause</source>
        <translation>&amp;Jalankan atau jeda</translation>
    </message>
    <message>
        <source>Run &amp;until…</source>
        <translation>Jalankan sam&amp;pai…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Hentikan</translation>
    </message>
    <message>
        <source>Step &amp;batch</source>
        <translation>Satu &amp;batch</translation>
    </message>
    <message>
        <source>Step &amp;epoch</source>
        <translation>Satu &amp;epoch</translation>
    </message>
    <message>
        <source>Reset to the same &amp;initial weights</source>
        <translation>Atur ulang ke bobot awal yang &amp;sama</translation>
    </message>
    <message>
        <source>Reset to &amp;new initial weights</source>
        <translation>Atur ulang ke bobot awal ba&amp;ru</translation>
    </message>
    <message>
        <source>Begin a new run with t&amp;hese weights</source>
        <translation>Mulai pelatihan baru &amp;dengan bobot ini</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>Lebih lamba&amp;t</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>&amp;Lebih cepat</translation>
    </message>
    <message>
        <source>Moment be&amp;fore</source>
        <translation>&amp;Momen sebelumnya</translation>
    </message>
    <message>
        <source>Mo&amp;ment after</source>
        <translation>Momen beri&amp;kutnya</translation>
    </message>
    <message>
        <source>Comp&amp;are runs</source>
        <translation>B&amp;andingkan pelatihan</translation>
    </message>
    <message>
        <source>Learnin&amp;g-rate range test…</source>
        <translation>Uji re&amp;ntang laju pembelajaran…</translation>
    </message>
    <message>
        <source>Back to no&amp;w</source>
        <translation>Kembali ke sekaran&amp;g</translation>
    </message>
    <message>
        <source>&amp;Play the run again</source>
        <translation>Putar &amp;ulang pelatihan</translation>
    </message>
    <message>
        <source>Take the h&amp;yperparameters of this moment</source>
        <translation>Pakai hiperparameter momen &amp;ini</translation>
    </message>
    <message>
        <source>Ra&amp;ce of variants…</source>
        <translation>Balapan &amp;varian…</translation>
    </message>
    <message>
        <source>Sweep &amp;over settings…</source>
        <translation>&amp;Cari pengaturan terbaik…</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Langkah pertama</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>&amp;Keyboard dan mouse</translation>
    </message>
    <message>
        <source>&amp;About Rambat</source>
        <translation>&amp;Tentang Rambat</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Pilih</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>&amp;Atur</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Data</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>Pe&amp;latihan</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ba&amp;ntuan</translation>
    </message>
</context>
<context>
    <name>AnswerReadings</name>
    <message>
        <source>found: {shares}, at {alarms} false alarms</source>
        <translation>ditemukan: {shares}, pada {alarms} salah deteksi</translation>
    </message>
    <message>
        <source>step {step}: actual {actual}, forecast {forecast}</source>
        <translation>langkah {step}: sebenarnya {actual}, prakiraan {forecast}</translation>
    </message>
    <message>
        <source>actual {actual}, predicted {predicted}, residual {residual}</source>
        <translation>sebenarnya {actual}, prediksi {predicted}, residu {residual}</translation>
    </message>
    <message>
        <source>residual {low} to {high}: 1 sample</source>
        <translation>residu {low} sampai {high}: 1 sampel</translation>
    </message>
    <message>
        <source>residual {low} to {high}: {count} samples</source>
        <translation>residu {low} sampai {high}: {count} sampel</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Jangan simpan</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>B&amp;atal</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
</context>
<context>
    <name>Beyond</name>
    <message>
        <source>up to {value}</source>
        <translation>hingga {value}</translation>
    </message>
</context>
<context>
    <name>BlockActions</name>
    <message>
        <source>Save as block</source>
        <translation>Simpan sebagai blok</translation>
    </message>
    <message>
        <source>Rename block</source>
        <translation>Ganti nama blok</translation>
    </message>
    <message>
        <source>Delete the block {name}? This cannot be undone.</source>
        <translation>Hapus blok {name}? Ini tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>There is a block called {name}. Replace it?</source>
        <translation>Sudah ada blok bernama {name}. Ganti?</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blok</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>Bersih&amp;kan</translation>
    </message>
    <message>
        <source>Leave without using the drawing?</source>
        <translation>Tinggalkan tanpa memakai gambar ini?</translation>
    </message>
    <message>
        <source>What you have drawn here would be lost.</source>
        <translation>Apa yang Anda gambar di sini akan hilang.</translation>
    </message>
</context>
<context>
    <name>BoundaryPlot</name>
    <message>
        <source>All classes</source>
        <translation>Semua kelas</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>A boundary is drawn for data of one or two features, such as Two moons.</source>
        <translation>Batas digambar untuk data dengan satu atau dua fitur, misalnya Dua bulan sabit.</translation>
    </message>
    <message>
        <source>The data are being loaded.</source>
        <translation>Data sedang dimuat.</translation>
    </message>
    <message>
        <source>These have {count}.</source>
        <translation>Data ini memiliki {count} fitur.</translation>
    </message>
    <message>
        <source>These have several inputs.</source>
        <translation>Data ini memiliki beberapa masukan.</translation>
    </message>
    <message>
        <source>These are sequences.</source>
        <translation>Data ini berupa urutan.</translation>
    </message>
    <message>
        <source>These are pictures.</source>
        <translation>Data ini berupa gambar.</translation>
    </message>
    <message>
        <source>What the colours show</source>
        <translation>Yang ditunjukkan warna</translation>
    </message>
    <message>
        <source>Which unit of it</source>
        <translation>Unit yang mana</translation>
    </message>
</context>
<context>
    <name>Breadcrumbs</name>
    <message>
        <source>Network</source>
        <translation>Jaringan</translation>
    </message>
    <message>
        <source>You are in: {way}</source>
        <translation>Anda berada di: {way}</translation>
    </message>
    <message>
        <source>Go up to {group}</source>
        <translation>Naik ke {group}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Shape {shape}</source>
        <translation>Bentuk {shape}</translation>
    </message>
    <message>
        <source>Gradient, root mean square: {size}</source>
        <translation>Gradien, akar rata-rata kuadrat: {size}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Open layer</source>
        <translation>Buka lapisan</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>Hubungkan ke</translation>
    </message>
    <message>
        <source>Replace with…</source>
        <translation>Ganti dengan…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Delete and close the gap</source>
        <translation>Hapus dan sambung kembali</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Sisipkan</translation>
    </message>
    <message>
        <source>Reconnect…</source>
        <translation>Hubungkan ulang…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambahkan</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>Tempel di sini</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Pilih semua</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Paskan ke jendela</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Pilih</translation>
    </message>
    <message>
        <source>Go outside to</source>
        <translation>Keluar menuju</translation>
    </message>
    <message>
        <source>Share weights with</source>
        <translation>Berbagi bobot dengan</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Tambah lapisan</translation>
    </message>
    <message>
        <source>Add after {node}</source>
        <translation>Tambah setelah {node}</translation>
    </message>
    <message>
        <source>Add before {node}</source>
        <translation>Tambah sebelum {node}</translation>
    </message>
    <message>
        <source>Comes with {layer} between.</source>
        <translation>Ditambahkan bersama {layer} di antaranya.</translation>
    </message>
    <message>
        <source>Not connected: {reason}</source>
        <translation>Tidak tersambung: {reason}</translation>
    </message>
    <message>
        <source>From which output?</source>
        <translation>Dari keluaran yang mana?</translation>
    </message>
    <message>
        <source>There is no free input to which {node} could lead.</source>
        <translation>Tidak ada masukan kosong yang dapat dituju {node}.</translation>
    </message>
    <message>
        <source>Connect {node} to</source>
        <translation>Hubungkan {node} ke</translation>
    </message>
    <message>
        <source>There is nowhere else this wire could lead.</source>
        <translation>Tidak ada tempat lain yang dapat dituju sambungan ini.</translation>
    </message>
    <message>
        <source>Reconnect {source} → {target}</source>
        <translation>Hubungkan ulang {source} → {target}</translation>
    </message>
    <message>
        <source>{node}, with {layer} between</source>
        <translation>{node}, dengan {layer} di antaranya</translation>
    </message>
    <message>
        <source>Insert between {source} and {target}</source>
        <translation>Sisipkan di antara {source} dan {target}</translation>
    </message>
    <message>
        <source>Replace {node} with</source>
        <translation>Ganti {node} dengan</translation>
    </message>
    <message>
        <source>Not kept: {fields}.</source>
        <translation>Tidak dipertahankan: {fields}.</translation>
    </message>
    <message>
        <source>The wire from {source} to {target} is lost.</source>
        <translation>Sambungan dari {source} ke {target} hilang.</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 parameter</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} parameter</translation>
    </message>
    <message>
        <source>Uses the weights of {node}</source>
        <translation>Memakai bobot {node}</translation>
    </message>
    <message>
        <source>It fits here, but not what follows: {reason}</source>
        <translation>Di sini cocok, tetapi yang berikutnya tidak: {reason}</translation>
    </message>
    <message>
        <source>Drops with {layer} between.</source>
        <translation>Dilepas dengan {layer} di antaranya.</translation>
    </message>
    <message>
        <source>Hold Shift to drop with {layer} between.</source>
        <translation>Tahan Shift agar {layer} disisipkan di antaranya.</translation>
    </message>
    <message>
        <source>{node} has no wires.</source>
        <translation>{node} tidak memiliki sambungan.</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Rapikan</translation>
    </message>
    <message>
        <source>{quantity}: needs data of two features</source>
        <translation>{quantity}: memerlukan data dengan dua fitur</translation>
    </message>
    <message>
        <source>{quantity}: in layers of up to {most} neurons</source>
        <translation>{quantity}: pada lapisan dengan paling banyak {most} neuron</translation>
    </message>
    <message>
        <source>{quantity}: needs data that fit</source>
        <translation>{quantity}: perlu data yang cocok</translation>
    </message>
    <message>
        <source>{quantity}: from the first step on</source>
        <translation>{quantity}: mulai langkah pertama</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>terbesar</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>Size of the gradient</source>
        <translation>Besar gradien</translation>
    </message>
    <message>
        <source>Last update</source>
        <translation>Pembaruan terakhir</translation>
    </message>
    <message>
        <source>Weight times activation</source>
        <translation>Bobot kali aktivasi</translation>
    </message>
    <message>
        <source>Mean activation</source>
        <translation>Rata-rata aktivasi</translation>
    </message>
    <message>
        <source>Activation of the first sample</source>
        <translation>Aktivasi sampel pertama</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Heat map over the plane</source>
        <translation>Peta panas pada bidang data</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 lapisan</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} lapisan</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lagi</translation>
    </message>
    <message>
        <source>Output of {node}</source>
        <translation>Keluaran {node}</translation>
    </message>
    <message>
        <source>Input {number} of {node}</source>
        <translation>Masukan {number} dari {node}</translation>
    </message>
    <message>
        <source>Select layers first: a group is made of them.</source>
        <translation>Pilih lapisan dahulu: kelompok dibuat dari lapisan itu.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>There is no other group that could take this in.</source>
        <translation>Tidak ada kelompok lain yang dapat menampung ini.</translation>
    </message>
    <message>
        <source>Move into group</source>
        <translation>Pindahkan ke dalam kelompok</translation>
    </message>
    <message>
        <source>Select layers of a group first: they are taken out of it.</source>
        <translation>Pilih lapisan dari sebuah kelompok dahulu: lapisan itu akan dikeluarkan.</translation>
    </message>
    <message>
        <source>Select a group first: it is taken apart.</source>
        <translation>Pilih kelompok dahulu: kelompok itu akan diurai.</translation>
    </message>
    <message>
        <source>Select a group first: it is collapsed or expanded.</source>
        <translation>Pilih kelompok dahulu: kelompok itu akan diciutkan atau dibentangkan.</translation>
    </message>
    <message>
        <source>Collapse group</source>
        <translation>Ciutkan kelompok</translation>
    </message>
    <message>
        <source>Expand group</source>
        <translation>Bentangkan kelompok</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>Select layers first: the frame is drawn around them.</source>
        <translation>Pilih lapisan dahulu: bingkai digambar di sekelilingnya.</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bingkai</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Enter group</source>
        <translation>Masuk ke kelompok</translation>
    </message>
    <message>
        <source>Save group as block…</source>
        <translation>Simpan kelompok sebagai blok…</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Tulis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Biru</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Hijau kebiruan</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Hijau</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Kuning tua</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Jingga</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Tanpa warna</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>{node} lies outside of this group. Click to go there.</source>
        <translation>{node} berada di luar kelompok ini. Klik untuk menuju ke sana.</translation>
    </message>
    <message>
        <source>Opened layers lie over others: {key} arranges the drawing.</source>
        <translation>Lapisan yang dibuka menutupi lapisan lain: {key} merapikan diagram.</translation>
    </message>
    <message>
        <source>There is no layer in view to open.</source>
        <translation>Tidak ada lapisan yang terlihat untuk dibuka.</translation>
    </message>
    <message>
        <source>{count} layers cannot be opened yet: their shapes are unknown until the problems are solved.</source>
        <translation>{count} lapisan belum dapat dibuka: bentuknya belum diketahui sebelum masalahnya diselesaikan.</translation>
    </message>
    <message>
        <source>{node} cannot be opened yet: its shape is unknown until the problems are solved.</source>
        <translation>{node} belum dapat dibuka: bentuknya belum diketahui sebelum masalahnya diselesaikan.</translation>
    </message>
    <message>
        <source>Pin {name}</source>
        <translation>Sematkan {name}</translation>
    </message>
    <message>
        <source>Unpin {name}</source>
        <translation>Lepas sematan {name}</translation>
    </message>
    <message>
        <source>Copy its value</source>
        <translation>Salin nilainya</translation>
    </message>
    <message>
        <source>Walk on from here with the arrow keys</source>
        <translation>Telusuri dari sini dengan tombol panah</translation>
    </message>
    <message>
        <source>Double-click the title to collapse the group; Enter goes into it</source>
        <translation>Klik ganda judulnya untuk menciutkan kelompok; Enter untuk masuk ke dalamnya</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>batch loss {loss}</source>
        <translation>kerugian batch {loss}</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>epoch {epoch}</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>kerugian {loss}</translation>
    </message>
    <message>
        <source>validation {loss}</source>
        <translation>validasi {loss}</translation>
    </message>
    <message>
        <source>Loss of {name}</source>
        <translation>Kerugian {name}</translation>
    </message>
    <message>
        <source>Use this variant</source>
        <translation>Pakai varian ini</translation>
    </message>
    <message>
        <source>Gives its settings and its weights to the project, as one step that can be undone.</source>
        <translation>Memberikan pengaturan dan bobotnya kepada proyek, sebagai satu langkah yang dapat diurungkan.</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Pakai {name}</translation>
    </message>
    <message>
        <source>initial weights of its own: {weights}</source>
        <translation>bobot awal sendiri: {weights}</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>on</source>
        <translation>nyala</translation>
    </message>
    <message>
        <source>off</source>
        <translation>mati</translation>
    </message>
</context>
<context>
    <name>ChangesMenu</name>
    <message>
        <source>Changes on the way</source>
        <translation>Perubahan di tengah jalan</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>Epoch {epoch}</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Belum ada</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Nothing is called so.</source>
        <translation>Tidak ada yang bernama begitu.</translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Presisi</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Sampel</translation>
    </message>
</context>
<context>
    <name>ClassRows</name>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Penghapus</translation>
    </message>
    <message>
        <source>Takes points away (E); the right mouse button does so too</source>
        <translation>Menghapus titik (E); tombol kanan tetikus juga demikian</translation>
    </message>
    <message>
        <source>One class more</source>
        <translation>Tambah satu kelas</translation>
    </message>
    <message>
        <source>One class less: the last one goes, with its points</source>
        <translation>Kurangi satu kelas: yang terakhir hilang, beserta titik-titiknya</translation>
    </message>
    <message>
        <source>Paint class {number}</source>
        <translation>Lukis kelas {number}</translation>
    </message>
    <message>
        <source>Name of class {number}</source>
        <translation>Nama kelas {number}</translation>
    </message>
</context>
<context>
    <name>ClassesPage</name>
    <message>
        <source>The targets are measures, so there are no classes.</source>
        <translation>Targetnya berupa ukuran, jadi tidak ada kelas.</translation>
    </message>
    <message>
        <source>{name} is rare: class weights in the Output can make up for it.</source>
        <translation>{name} jarang: bobot kelas di Output dapat mengimbanginya.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Also explains: {names}</source>
        <translation>Sekaligus menjelaskan: {names}</translation>
    </message>
    <message>
        <source>Only change it, keep the weights</source>
        <translation>Ubah saja, pertahankan bobot</translation>
    </message>
    <message>
        <source>The network goes on with what it has learned, which may be in the way</source>
        <translation>Jaringan melanjutkan dengan apa yang sudah dipelajarinya, yang mungkin menghalangi</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tunjukkan</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Abaikan</translation>
    </message>
    <message>
        <source>Say no more of it in this run</source>
        <translation>Jangan sebut lagi selama pelatihan ini</translation>
    </message>
    <message>
        <source>Curve of the validation</source>
        <translation>Kurva validasi</translation>
    </message>
    <message>
        <source>Curve of the training</source>
        <translation>Kurva pelatihan</translation>
    </message>
</context>
<context>
    <name>CoachPanel</name>
    <message>
        <source>This change helps a network that begins anew. Reset, then run again.</source>
        <translation>Perubahan ini membantu jaringan yang mulai dari awal. Atur ulang, lalu jalankan lagi.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Atur ulang</translation>
    </message>
    <message>
        <source>Back to the same initial weights; then run again</source>
        <translation>Kembali ke bobot awal yang sama; lalu jalankan lagi</translation>
    </message>
    <message>
        <source>It is early: curves say little before {count} epochs. Read so far with these settings: {seen}.</source>
        <translation>Masih terlalu dini: kurva belum banyak bicara sebelum {count} epoch. Yang sudah dibaca dengan pengaturan ini: {seen}.</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <translation>Tidak ada yang mencolok</translation>
    </message>
    <message>
        <source>Nothing stands out yet</source>
        <translation>Belum ada yang mencolok</translation>
    </message>
    <message>
        <source>The coach goes on reading the curves, the gradients, the units and the data while you train.</source>
        <translation>Selama Anda melatih, mentor terus membaca kurva, gradien, unit, dan data.</translation>
    </message>
    <message>
        <source>Press Run. The coach reads the curves, the gradients of every layer, dead and saturated units and the data, and says here what goes wrong and what to try.</source>
        <translation>Tekan Jalankan. Mentor membaca kurva, gradien setiap lapisan, unit yang mati dan jenuh, serta data, lalu memberi tahu di sini apa yang salah dan apa yang patut dicoba.</translation>
    </message>
    <message>
        <source>Show {count} dismissed</source>
        <translation>Tampilkan {count} yang diabaikan</translation>
    </message>
</context>
<context>
    <name>ColumnForm</name>
    <message>
        <source>{count} columns</source>
        <translation>{count} kolom</translation>
    </message>
    <message>
        <source>What you choose here holds for all of them.</source>
        <translation>Pilihan di sini berlaku untuk semuanya.</translation>
    </message>
    <message>
        <source>Count “{text}” as missing</source>
        <translation>Anggap “{text}” sebagai nilai hilang</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>What becomes of the column.</source>
        <translation>Kolom ini dijadikan apa.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>What the cells hold.</source>
        <translation>Isi sel-selnya.</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>Nilai hilang</translation>
    </message>
    <message>
        <source>What is done where a value is missing.</source>
        <translation>Yang dilakukan bila sebuah nilai hilang.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Pengodean</translation>
    </message>
    <message>
        <source>How categories and dates become numbers.</source>
        <translation>Cara kategori dan tanggal menjadi bilangan.</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} sampai {high}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Statistics of the columns</source>
        <translation>Statistik tiap kolom</translation>
    </message>
    <message>
        <source>column</source>
        <translation>kolom</translation>
    </message>
    <message>
        <source>values</source>
        <translation>nilai</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>hilang</translation>
    </message>
    <message>
        <source>distinct</source>
        <translation>berbeda</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>rata-rata</translation>
    </message>
    <message>
        <source>std. deviation</source>
        <translation>simp. baku</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>minimum</translation>
    </message>
    <message>
        <source>25%</source>
        <translation>25%</translation>
    </message>
    <message>
        <source>median</source>
        <translation>median</translation>
    </message>
    <message>
        <source>75%</source>
        <translation>75%</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>maksimum</translation>
    </message>
</context>
<context>
    <name>ConfigurableForm</name>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>recall</source>
        <translation>recall</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>mixed</source>
        <translation>beragam</translation>
    </message>
</context>
<context>
    <name>CorrelationPage</name>
    <message>
        <source>There is only one column of numbers, so there is nothing to compare it with.</source>
        <translation>Hanya ada satu kolom angka, jadi tidak ada pembandingnya.</translation>
    </message>
    <message>
        <source>There are {count} columns of numbers, and the map has room for {most}.</source>
        <translation>Ada {count} kolom angka, sedangkan peta hanya memuat {most}.</translation>
    </message>
    <message>
        <source>Pearson&apos;s coefficient: 1 and −1 on a line, 0 no linear relation</source>
        <translation>Koefisien Pearson: 1 dan −1 segaris, 0 tanpa hubungan linear</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korelasi</translation>
    </message>
    <message>
        <source>Correlation of the columns</source>
        <translation>Korelasi antarkolom</translation>
    </message>
</context>
<context>
    <name>CrashHandler</name>
    <message>
        <source>Something went wrong</source>
        <translation>Terjadi kesalahan</translation>
    </message>
    <message>
        <source>Rambat met an error that it did not expect. Your project is still open; save it under a new name.</source>
        <translation>Rambat mengalami kesalahan yang tidak terduga. Proyek Anda masih terbuka; simpanlah dengan nama baru.</translation>
    </message>
    <message>
        <source>The details are in {path}. Please send that file with a report.</source>
        <translation>Rinciannya ada di {path}. Sertakan berkas itu saat melaporkan kesalahan ini.</translation>
    </message>
</context>
<context>
    <name>CurvesPage</name>
    <message>
        <source>Predicted</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residu</translation>
    </message>
    <message>
        <source>Residuals by value</source>
        <translation>Residu per nilai</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Menurut waktu</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Residual: predicted minus actual. Mean {mean}, standard deviation {deviation}.</source>
        <translation>Residu: prediksi dikurangi nilai sebenarnya. Rata-rata {mean}, simpangan baku {deviation}.</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>prakiraan</translation>
    </message>
    <message>
        <source>ROC curves</source>
        <translation>Kurva ROC</translation>
    </message>
    <message>
        <source>false alarms</source>
        <translation>salah deteksi</translation>
    </message>
    <message>
        <source>found</source>
        <translation>ditemukan</translation>
    </message>
    <message>
        <source>Actual and forecast over time</source>
        <translation>Nilai nyata dan prakiraan menurut waktu</translation>
    </message>
    <message>
        <source>step</source>
        <translation>titik waktu</translation>
    </message>
    <message>
        <source>Predicted against actual</source>
        <translation>Prediksi terhadap nilai sebenarnya</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>sebenarnya</translation>
    </message>
    <message>
        <source>The dashed line is chance.</source>
        <translation>Garis putus-putus berarti tebakan acak.</translation>
    </message>
    <message>
        <source>Predicted and actual</source>
        <translation>Prediksi dan sebenarnya</translation>
    </message>
    <message>
        <source>Figures by class</source>
        <translation>Angka per kelas</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>prediksi</translation>
    </message>
    <message>
        <source>Histogram of residuals</source>
        <translation>Histogram residu</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>residu</translation>
    </message>
    <message>
        <source>Residuals against predicted</source>
        <translation>Residu terhadap prediksi</translation>
    </message>
    <message>
        <source>For every threshold, the share of a class&apos;s samples that is found, over the share of the others that is taken for it. The dashed line is chance.</source>
        <translation>Untuk setiap ambang: bagian sampel suatu kelas yang ditemukan, terhadap bagian sampel lain yang dikira kelas itu. Garis putus-putus berarti tebakan acak.</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Sebenarnya</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residu</translation>
    </message>
</context>
<context>
    <name>DataActions</name>
    <message>
        <source>The network learns from this now: {data}.</source>
        <translation>Sekarang jaringan belajar dari: {data}.</translation>
    </message>
    <message>
        <source>Its targets are far from size 1, so they are scaled.</source>
        <translation>Besar targetnya jauh dari 1, jadi target diskalakan.</translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>Source: {text}</source>
        <translation>Sumber: {text}</translation>
    </message>
    <message>
        <source>Licence: {text}</source>
        <translation>Lisensi: {text}</translation>
    </message>
    <message>
        <source>Network to begin with: {text}</source>
        <translation>Jaringan untuk memulai: {text}</translation>
    </message>
    <message>
        <source>Opens the template in place of this project, which can be saved before.</source>
        <translation>Membuka templat sebagai ganti proyek ini, yang dapat disimpan dahulu.</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data set</source>
        <translation>Kumpulan data</translation>
    </message>
    <message>
        <source>What the network learns from.</source>
        <translation>Bahan belajar jaringan.</translation>
    </message>
    <message>
        <source>Import table…</source>
        <translation>Impor tabel…</translation>
    </message>
    <message>
        <source>Bring in a table of your own: CSV, TSV or Excel.</source>
        <translation>Masukkan tabel Anda sendiri: CSV, TSV, atau Excel.</translation>
    </message>
    <message>
        <source>Edit columns…</source>
        <translation>Sunting kolom…</translation>
    </message>
    <message>
        <source>Change what becomes of each column; the file is not needed.</source>
        <translation>Ubah peran setiap kolom; berkasnya tidak diperlukan.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Explore data…</source>
        <translation>Jelajahi data…</translation>
    </message>
    <message>
        <source>Look at all samples: table, statistics, histograms, pairs, pictures.</source>
        <translation>Lihat semua sampel: tabel, statistik, histogram, pasangan, gambar.</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Penyiapan data</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
    </message>
    <message>
        <source>Import pictures…</source>
        <translation>Impor gambar…</translation>
    </message>
    <message>
        <source>Bring in pictures from folders, IDX or .npz.</source>
        <translation>Masukkan gambar dari folder, IDX, atau .npz.</translation>
    </message>
    <message>
        <source>Import arrays…</source>
        <translation>Impor larik…</translation>
    </message>
    <message>
        <source>Bring in other arrays from an .npz file.</source>
        <translation>Masukkan larik lain dari berkas .npz.</translation>
    </message>
    <message>
        <source>Import time series…</source>
        <translation>Impor deret waktu…</translation>
    </message>
    <message>
        <source>Bring in another table whose rows follow each other in time.</source>
        <translation>Masukkan tabel lain yang barisnya berurutan dalam waktu.</translation>
    </message>
    <message>
        <source>Draw points…</source>
        <translation>Gambar titik…</translation>
    </message>
    <message>
        <source>Paint more points, or take some away.</source>
        <translation>Tambahkan titik, atau hapus sebagian.</translation>
    </message>
    <message>
        <source>Sketch a function…</source>
        <translation>Sketsa fungsi…</translation>
    </message>
    <message>
        <source>Sketch on, or sketch another function.</source>
        <translation>Lanjutkan sketsa, atau buat sketsa fungsi lain.</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>Data latih</translation>
    </message>
    <message>
        <source>Validation samples</source>
        <translation>Data validasi</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>Data uji</translation>
    </message>
    <message>
        <source>with altered copies</source>
        <translation>dengan salinan yang diubah</translation>
    </message>
    <message>
        <source>Left out between them</source>
        <translation>Dilewati di antaranya</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Fitur</translation>
    </message>
    <message>
        <source>Brings them to mean 0 and deviation 1 for the training; predictions keep their own units.</source>
        <translation>Membawanya ke rata-rata 0 dan simpangan 1 untuk pelatihan; prediksi tetap dalam satuan aslinya.</translation>
    </message>
    <message>
        <source>Sets Input shape, Output units, last activation and loss, and scales targets that need it, as one step.</source>
        <translation>Mengatur bentuk Input, jumlah unit keluaran, aktivasi terakhir, dan fungsi kerugian, serta menskalakan target yang memerlukannya, dalam satu langkah.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lainnya</translation>
    </message>
</context>
<context>
    <name>DistributionsPlot</name>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradien</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivasi</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Share of the numbers</source>
        <translation>Bagian dari semua nilai</translation>
    </message>
    <message>
        <source>Step {step}: {share} from {low} to {high}</source>
        <translation>Langkah {step}: {share} dari {low} sampai {high}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lapisan</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Yang dihitung</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Peta</translation>
    </message>
    <message>
        <source>Ridges</source>
        <translation>Bukit</translation>
    </message>
    <message>
        <source>Gradients and activations are those of up to 256 training samples, always the same ones.</source>
        <translation>Gradien dan aktivasi berasal dari paling banyak 256 sampel latih yang selalu sama.</translation>
    </message>
    <message>
        <source>The numbers of each layer appear here when there are a network and data.</source>
        <translation>Nilai tiap lapisan muncul di sini bila ada jaringan dan data.</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Loss</source>
        <translation>Fungsi kerugian</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradien</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>Batas keputusan</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>Weights as pictures</source>
        <translation>Bobot sebagai gambar</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Peta fitur</translation>
    </message>
    <message>
        <source>What a layer sees</source>
        <translation>Yang dilihat lapisan</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>Lanskap fungsi kerugian</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Laju pembelajaran</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>Sebaran</translation>
    </message>
    <message>
        <source>Unit health</source>
        <translation>Kesehatan unit</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Pelatihan tersimpan</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panel</translation>
    </message>
</context>
<context>
    <name>Drag</name>
    <message>
        <source>Drop one file, or one folder with a sub-folder for each class, at a time. Received: {count} files.</source>
        <translation>Jatuhkan satu berkas, atau satu folder dengan subfolder untuk tiap kelas, setiap kali. Diterima: {count} berkas.</translation>
    </message>
    <message>
        <source>{name} cannot be dropped here. Drop a layer, a project ({suffix}), a table (CSV, TSV, Excel), or pictures (a folder with a sub-folder for each class, IDX, .npz).</source>
        <translation>{name} tidak dapat dijatuhkan di sini. Jatuhkan lapisan, proyek ({suffix}), tabel (CSV, TSV, Excel), atau gambar (folder dengan subfolder untuk tiap kelas, IDX, .npz).</translation>
    </message>
    <message>
        <source>This cannot be dropped here. Drop a layer, a project, a table, or a folder of pictures.</source>
        <translation>Ini tidak dapat dijatuhkan di sini. Jatuhkan lapisan, proyek, tabel, atau folder gambar.</translation>
    </message>
</context>
<context>
    <name>DrawPointsDialog</name>
    <message>
        <source>Draw points</source>
        <translation>Gambar titik</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Kuas</translation>
    </message>
    <message>
        <source>How far the brush reaches; at the left end it paints single points.</source>
        <translation>Sejauh mana kuas menjangkau; di ujung kiri kuas melukis titik satu per satu.</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Kerapatan</translation>
    </message>
    <message>
        <source>How many points the brush sprays at once.</source>
        <translation>Berapa banyak titik yang disemprotkan kuas sekaligus.</translation>
    </message>
    <message>
        <source>Paint with the mouse, or with the arrow keys and the space bar. 1, 2, … choose a class.</source>
        <translation>Lukislah dengan tetikus, atau dengan tombol panah dan spasi. 1, 2, … memilih kelas.</translation>
    </message>
    <message>
        <source>&amp;Use these points</source>
        <translation>&amp;Gunakan titik-titik ini</translation>
    </message>
    <message>
        <source>No more points find room.</source>
        <translation>Tidak ada tempat untuk titik lagi.</translation>
    </message>
    <message>
        <source>Every class needs a name of its own.</source>
        <translation>Setiap kelas memerlukan namanya sendiri.</translation>
    </message>
    <message>
        <source>Paint some points of each class.</source>
        <translation>Lukislah beberapa titik untuk setiap kelas.</translation>
    </message>
    <message>
        <source>There is no point of {names} yet.</source>
        <translation>Belum ada titik untuk {names}.</translation>
    </message>
</context>
<context>
    <name>DrawingActions</name>
    <message>
        <source>Export drawing</source>
        <translation>Ekspor diagram</translation>
    </message>
    <message>
        <source>The drawing was not exported</source>
        <translation>Diagram tidak diekspor</translation>
    </message>
    <message>
        <source>The drawing is written to {name}.</source>
        <translation>Diagram ditulis ke {name}.</translation>
    </message>
    <message>
        <source>The drawing was not copied</source>
        <translation>Diagram tidak disalin</translation>
    </message>
    <message>
        <source>The drawing is on the clipboard.</source>
        <translation>Diagram ada di papan klip.</translation>
    </message>
    <message>
        <source>The drawing was not printed</source>
        <translation>Diagram tidak dicetak</translation>
    </message>
    <message>
        <source>The drawing is printed.</source>
        <translation>Diagram dicetak.</translation>
    </message>
</context>
<context>
    <name>DrawingDialog</name>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Colours of the gradients</source>
        <translation>Warna gradien</translation>
    </message>
</context>
<context>
    <name>Excuse</name>
    <message>
        <source>This panel could not be opened. The details are in {path}. Close it and open it to try again.</source>
        <translation>Panel ini tidak dapat dibuka. Rinciannya ada di {path}. Tutup lalu buka lagi untuk mencoba sekali lagi.</translation>
    </message>
</context>
<context>
    <name>Explorer</name>
    <message>
        <source>training</source>
        <translation>latih</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validasi</translation>
    </message>
    <message>
        <source>test</source>
        <translation>uji</translation>
    </message>
    <message>
        <source>class</source>
        <translation>kelas</translation>
    </message>
    <message>
        <source>target</source>
        <translation>target</translation>
    </message>
    <message>
        <source>part</source>
        <translation>bagian</translation>
    </message>
    <message>
        <source>The data could not be loaded.</source>
        <translation>Data tidak dapat dimuat.</translation>
    </message>
    <message>
        <source>Loading the data…</source>
        <translation>Memuat data…</translation>
    </message>
    <message>
        <source>{count} samples</source>
        <translation>{count} sampel</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} kelas</translation>
    </message>
    <message>
        <source>pictures of {shape}</source>
        <translation>gambar {shape}</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 fitur</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} fitur</translation>
    </message>
    <message>
        <source>Explore data</source>
        <translation>Jelajahi data</translation>
    </message>
    <message>
        <source>Views of the data</source>
        <translation>Tampilan data</translation>
    </message>
</context>
<context>
    <name>ExportDrawingDialog</name>
    <message>
        <source>Export drawing</source>
        <translation>Ekspor diagram</translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation>Latar belakang transparan</translation>
    </message>
    <message>
        <source>Size of a PNG</source>
        <translation>Ukuran PNG</translation>
    </message>
    <message>
        <source>SVG and PDF are sharp at any size.</source>
        <translation>SVG dan PDF tajam pada ukuran apa pun.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Ekspor…</translation>
    </message>
</context>
<context>
    <name>FeatureForm</name>
    <message>
        <source>and {count} more, which stay as they are</source>
        <translation>dan {count} lagi, yang tetap seperti semula</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} sampai {high}</translation>
    </message>
    <message>
        <source>{name}: from {low} to {high} in the data</source>
        <translation>{name}: dari {low} sampai {high} pada data</translation>
    </message>
</context>
<context>
    <name>FeatureMapsPlot</name>
    <message>
        <source>The maps of a sample appear here when data and network fit each other.</source>
        <translation>Peta sebuah sampel tampil di sini bila data dan jaringan saling cocok.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Peta</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Peta fitur</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open a project</source>
        <translation>Buka proyek</translation>
    </message>
    <message>
        <source>This project cannot be opened</source>
        <translation>Proyek ini tidak dapat dibuka</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Simpan proyek</translation>
    </message>
    <message>
        <source>The weights and the preparation of the data are written to {name}.</source>
        <translation>Bobot dan penyiapan data ditulis ke {name}.</translation>
    </message>
    <message>
        <source>The weights are written to {name}, without the preparation of the data: they are not loaded.</source>
        <translation>Bobot ditulis ke {name}, tanpa penyiapan data: datanya belum dimuat.</translation>
    </message>
    <message>
        <source>Otherwise what was learned last is lost.</source>
        <translation>Jika tidak, hasil belajar terakhir akan hilang.</translation>
    </message>
    <message>
        <source>Otherwise the last changes and what was learned last are lost.</source>
        <translation>Jika tidak, perubahan terakhir dan hasil belajar terakhir akan hilang.</translation>
    </message>
    <message>
        <source>Otherwise the last changes are lost.</source>
        <translation>Jika tidak, perubahan terakhir akan hilang.</translation>
    </message>
    <message>
        <source>The project is in no file yet.</source>
        <translation>Proyek ini belum ada di berkas mana pun.</translation>
    </message>
    <message>
        <source>{name} stays as it was saved.</source>
        <translation>{name} tetap seperti saat terakhir disimpan.</translation>
    </message>
    <message>
        <source>{name} is there already. Replace it?</source>
        <translation>{name} sudah ada. Ganti?</translation>
    </message>
    <message>
        <source>The project was not saved</source>
        <translation>Proyek tidak tersimpan</translation>
    </message>
    <message>
        <source>This template cannot be opened</source>
        <translation>Templat ini tidak dapat dibuka</translation>
    </message>
    <message>
        <source>The project is saved in {name}.</source>
        <translation>Proyek tersimpan di {name}.</translation>
    </message>
    <message>
        <source>Export weights</source>
        <translation>Ekspor bobot</translation>
    </message>
    <message>
        <source>The weights were not exported</source>
        <translation>Bobot tidak terekspor</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>Muat bobot</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>The weights were not loaded</source>
        <translation>Bobot tidak termuat</translation>
    </message>
    <message>
        <source>The weights of {name} are loaded.</source>
        <translation>Bobot dari {name} sudah dimuat.</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Perubahan belum disimpan</translation>
    </message>
    <message>
        <source>Save the changes to this project?</source>
        <translation>Simpan perubahan pada proyek ini?</translation>
    </message>
    <message>
        <source>Rambat projects</source>
        <translation>Proyek Rambat</translation>
    </message>
</context>
<context>
    <name>FormatBar</name>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>The sheet of the workbook.</source>
        <translation>Lembar pada buku kerja.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Pengodean</translation>
    </message>
    <message>
        <source>Choose another where letters look wrong.</source>
        <translation>Pilih yang lain bila huruf-hurufnya tampak salah.</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Pemisah</translation>
    </message>
    <message>
        <source>What stands between two cells.</source>
        <translation>Tanda di antara dua sel.</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Tanda desimal</translation>
    </message>
    <message>
        <source>What stands before the fraction.</source>
        <translation>Tanda sebelum bagian pecahan.</translation>
    </message>
    <message>
        <source>Thousands sign</source>
        <translation>Tanda ribuan</translation>
    </message>
    <message>
        <source>What stands between groups of three digits.</source>
        <translation>Tanda di antara kelompok tiga angka.</translation>
    </message>
    <message>
        <source>Counts as missing</source>
        <translation>Dianggap hilang</translation>
    </message>
    <message>
        <source>Cells with one of these texts hold no value, as empty ones do. Commas stand between them.</source>
        <translation>Sel berisi salah satu teks ini tidak bernilai, sama seperti sel kosong. Pisahkan dengan koma.</translation>
    </message>
    <message>
        <source>Rows to skip</source>
        <translation>Baris dilewati</translation>
    </message>
    <message>
        <source>Rows above the table, such as a title.</source>
        <translation>Baris di atas tabel, misalnya judul.</translation>
    </message>
    <message>
        <source>First row holds names</source>
        <translation>Baris pertama berisi nama</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Reset view</source>
        <translation>Atur ulang tampilan</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>Ekspor sebagai PNG…</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>Ekspor sebagai SVG…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Ekspor sebagai CSV…</translation>
    </message>
    <message>
        <source>View and export</source>
        <translation>Tampilan dan ekspor</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Gambar (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Gambar vektor (*.svg)</translation>
    </message>
    <message>
        <source>The picture is written to {name}.</source>
        <translation>Gambar ditulis ke {name}.</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>The numbers are written to {name}.</source>
        <translation>Angka-angkanya ditulis ke {name}.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>New from template</source>
        <translation>Baru dari templat</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} parameter</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>Cari templat</translation>
    </message>
    <message>
        <source>Shelves</source>
        <translation>Rak</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templat</translation>
    </message>
    <message>
        <source>No template is called that. Try a layer or a data set.</source>
        <translation>Tidak ada templat bernama itu. Coba nama lapisan atau kumpulan data.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>&amp;Insert into the drawing</source>
        <translation>&amp;Sisipkan ke diagram</translation>
    </message>
    <message>
        <source>Adds its layers to the drawing; the data and the training stay.</source>
        <translation>Menambahkan lapisan-lapisannya ke diagram; data dan pelatihan tetap.</translation>
    </message>
</context>
<context>
    <name>GradientsPlot</name>
    <message>
        <source>Gradient</source>
        <translation>Gradien</translation>
    </message>
    <message>
        <source>Update / weight</source>
        <translation>Pembaruan / bobot</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivasi</translation>
    </message>
    <message>
        <source>The root mean square of all the gradients of a layer&apos;s weights, ∂L/∂w</source>
        <translation>Akar rerata kuadrat semua gradien bobot lapisan, ∂L/∂w</translation>
    </message>
    <message>
        <source>How much a step changes a layer&apos;s weights, as a share of their size. About 0.001 is a good sign (the shaded band; rule of thumb of the course CS231n, Stanford); much more is too fast, much less too slow.</source>
        <translation>Seberapa besar satu langkah mengubah bobot lapisan, dibandingkan dengan ukuran bobot itu. Sekitar 0.001 adalah tanda baik (pita berwarna; aturan praktis dari kuliah CS231n, Stanford); jauh lebih besar berarti terlalu cepat, jauh lebih kecil terlalu lambat.</translation>
    </message>
    <message>
        <source>The root mean square of a layer&apos;s weights</source>
        <translation>Akar rerata kuadrat bobot lapisan</translation>
    </message>
    <message>
        <source>The root mean square of what leaves a layer</source>
        <translation>Akar rerata kuadrat keluaran lapisan</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Yang digambar</translation>
    </message>
    <message>
        <source>Press Run, or step one batch, to see how large the gradient is in each layer.</source>
        <translation>Tekan Jalankan atau Satu batch untuk melihat besar gradien di setiap lapisan.</translation>
    </message>
</context>
<context>
    <name>HealthBars</name>
    <message>
        <source>Dead: {count} of {units} units</source>
        <translation>Mati: {count} dari {units} unit</translation>
    </message>
    <message>
        <source>Saturated: {count} of {units} units</source>
        <translation>Jenuh: {count} dari {units} unit</translation>
    </message>
</context>
<context>
    <name>HealthPlot</name>
    <message>
        <source>dead</source>
        <translation>mati</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>jenuh</translation>
    </message>
    <message>
        <source>Dead units give 0 for every one of up to 256 training samples, so no gradient reaches them. Saturated ones stand within 5% of an end for at least 95% of them, where the gradient is small.</source>
        <translation>Unit mati menghasilkan 0 untuk semua dari paling banyak 256 sampel latih, sehingga tidak ada gradien yang mencapainya. Unit jenuh berada dalam 5% dari salah satu ujung untuk setidaknya 95% sampel itu; di sana gradiennya kecil.</translation>
    </message>
    <message>
        <source>Units that can die (ReLU) or saturate (sigmoid, tanh) appear here, when there are such layers.</source>
        <translation>Unit yang bisa mati (ReLU) atau jenuh (sigmoid, tanh) muncul di sini bila ada lapisan seperti itu.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Press Run (or the space bar). The loss falls, wires pulse with their gradients.</source>
        <translation>Tekan Jalankan (atau tombol spasi). Kerugian menurun dan sambungan berdenyut mengikuti gradiennya.</translation>
    </message>
    <message>
        <source>Drag layers from the left onto the canvas. Drag from one port to another to connect them.</source>
        <translation>Seret lapisan dari sebelah kiri ke kanvas. Seret dari satu port ke port lain untuk menghubungkannya.</translation>
    </message>
    <message>
        <source>Select a layer to change its units or activation on the right.</source>
        <translation>Pilih sebuah lapisan untuk mengubah unit atau fungsi aktivasinya di sebelah kanan.</translation>
    </message>
    <message>
        <source>Choose data and training settings on the right; learning rate and all else may change while it runs.</source>
        <translation>Pilih data dan pengaturan pelatihan di sebelah kanan; laju pembelajaran dan yang lainnya boleh diubah selama pelatihan berjalan.</translation>
    </message>
    <message>
        <source>The Data menu brings in your own tables, time series and pictures, or lets you draw points or a function.</source>
        <translation>Menu Data mengambil tabel, deret waktu, dan gambar Anda sendiri, atau memungkinkan Anda menggambar titik atau fungsi.</translation>
    </message>
    <message>
        <source>Draw a digit of your own with Ctrl+Alt+D, and see what the network takes it for while it learns.</source>
        <translation>Gambarlah angka sendiri dengan Ctrl+Alt+D, lalu lihat dikira angka apa oleh jaringan selagi belajar.</translation>
    </message>
    <message>
        <source>File &gt; Save keeps drawing, settings, weights and runs. File &gt; Export weights writes .npz or .safetensors, with the preparation of the data.</source>
        <translation>Berkas &gt; Simpan menyimpan diagram, pengaturan, bobot, dan pelatihan. Berkas &gt; Ekspor bobot menulis .npz atau .safetensors, beserta penyiapan data.</translation>
    </message>
    <message>
        <source>The arrow beside Run lets it go on until a goal: an accuracy, a loss, a time, a plateau. Ctrl+Alt+- and Ctrl+Alt+= change the speed, down to one step every two seconds.</source>
        <translation>Panah di samping Jalankan membuat pelatihan berlanjut sampai suatu tujuan: akurasi, kerugian, waktu, atau kerugian yang mandek. Ctrl+Alt+- dan Ctrl+Alt+= mengubah kecepatan, paling lambat satu langkah tiap dua detik.</translation>
    </message>
    <message>
        <source>Drag the line below the canvas to look back in time: everything shows that moment, and Run goes on from there as another run.</source>
        <translation>Geser garis di bawah kanvas untuk melihat ke belakang: semuanya menampilkan momen itu, dan Jalankan melanjutkannya sebagai pelatihan lain.</translation>
    </message>
    <message>
        <source>Training &gt; Race of variants compares up to eight settings side by side; the range test beside it suggests a learning rate.</source>
        <translation>Pelatihan &gt; Balapan varian membandingkan sampai delapan pengaturan berdampingan; uji rentang di bawahnya menyarankan laju pembelajaran.</translation>
    </message>
    <message>
        <source>Problems shows what keeps the network from running, and how to mend it.</source>
        <translation>Panel Masalah menunjukkan apa yang membuat jaringan belum dapat berjalan dan cara memperbaikinya.</translation>
    </message>
    <message>
        <source>Coach says what goes wrong in a run, by which numbers it knows, and what to try.</source>
        <translation>Panel Mentor memberi tahu apa yang salah dalam pelatihan, dari angka mana ia tahu, dan apa yang patut dicoba.</translation>
    </message>
    <message>
        <source>Colour and width of a wire show how large the gradient is that flows back along it.</source>
        <translation>Warna dan tebal sambungan menunjukkan besar gradien yang mengalir balik melaluinya.</translation>
    </message>
    <message>
        <source>View &gt; Panels opens more views of a run: learning rate, distributions over time, dead and saturated units.</source>
        <translation>Tampilan &gt; Panel membuka pandangan lain atas pelatihan: laju pembelajaran, sebaran dari waktu ke waktu, unit mati dan jenuh.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Langkah pertama</translation>
    </message>
    <message>
        <source>Runs: Enter, space bar, S, F2, Delete</source>
        <translation>Pelatihan tersimpan: Enter, spasi, S, F2, Delete</translation>
    </message>
    <message>
        <source>Open a run where it was; compare, star, name and delete runs</source>
        <translation>Membuka pelatihan di tempatnya semula; membandingkan, membintangi, menamai, dan menghapus pelatihan</translation>
    </message>
    <message>
        <source>Drawing points: space bar, Delete</source>
        <translation>Menggambar titik: spasi, Delete</translation>
    </message>
    <message>
        <source>Paint, or erase, at the pointer that the arrow keys move; 1, 2, … and E choose</source>
        <translation>Melukis, atau menghapus, di penunjuk yang digerakkan tombol panah; 1, 2, … dan E memilih</translation>
    </message>
    <message>
        <source>Weights and maps as pictures: arrow keys, Enter, Escape</source>
        <translation>Bobot dan peta sebagai gambar: tombol panah, Enter, Escape</translation>
    </message>
    <message>
        <source>Walk through the pictures and their numbers; enlarge one as a click does, and show all again</source>
        <translation>Jelajahi gambar dan angkanya; perbesar satu seperti dengan klik, dan tampilkan semua lagi</translation>
    </message>
    <message>
        <source>Weights and maps as pictures: + and −, Ctrl and the wheel</source>
        <translation>Bobot dan peta sebagai gambar: + dan −, Ctrl dan roda tetikus</translation>
    </message>
    <message>
        <source>Zoom; drag to move what is larger than the panel</source>
        <translation>Perbesar atau perkecil; seret untuk menggeser yang lebih besar dari panel</translation>
    </message>
    <message>
        <source>Race: space bar, arrow keys</source>
        <translation>Balapan: bilah spasi, tombol panah</translation>
    </message>
    <message>
        <source>Pause or go on; in a chart, walk through the epochs of all variants at once</source>
        <translation>Jeda atau lanjut; di dalam grafik, menelusuri epoch semua varian sekaligus</translation>
    </message>
    <message>
        <source>Sweep: drag along an axis; arrow keys, Shift, Ctrl, Delete</source>
        <translation>Pencarian: seret di sepanjang sumbu; tombol panah, Shift, Ctrl, Delete</translation>
    </message>
    <message>
        <source>Keep the trials within; choose an axis, move the upper and the lower end of what is kept, keep all again</source>
        <translation>Saring percobaan; pilih sumbu, geser ujung atas dan ujung bawah saringan, tampilkan semua lagi</translation>
    </message>
    <message>
        <source>Drag a port</source>
        <translation>Seret port</translation>
    </message>
    <message>
        <source>Connect two layers</source>
        <translation>Hubungkan dua lapisan</translation>
    </message>
    <message>
        <source>Drop a wire on the canvas</source>
        <translation>Lepaskan sambungan di kanvas</translation>
    </message>
    <message>
        <source>Choose the layer that it leads to</source>
        <translation>Pilih lapisan yang ditujunya</translation>
    </message>
    <message>
        <source>Drag the end of a wire</source>
        <translation>Seret ujung sambungan</translation>
    </message>
    <message>
        <source>Connect it elsewhere</source>
        <translation>Hubungkan ke tempat lain</translation>
    </message>
    <message>
        <source>Drop a layer on a wire</source>
        <translation>Lepaskan lapisan di atas sambungan</translation>
    </message>
    <message>
        <source>Put it between the two</source>
        <translation>Sisipkan di antara keduanya</translation>
    </message>
    <message>
        <source>Drag a layer</source>
        <translation>Seret lapisan</translation>
    </message>
    <message>
        <source>Move it and all that is selected</source>
        <translation>Pindahkan lapisan itu beserta semua yang terpilih</translation>
    </message>
    <message>
        <source>Alt or Ctrl while you drag a layer</source>
        <translation>Alt atau Ctrl saat menyeret lapisan</translation>
    </message>
    <message>
        <source>Move it freely, off the grid and the guides, and onto other layers</source>
        <translation>Pindahkan dengan bebas, lepas dari kisi dan garis bantu, juga ke atas lapisan lain</translation>
    </message>
    <message>
        <source>Drag a layer into the outline of a group, or out of it</source>
        <translation>Seret lapisan ke dalam garis batas kelompok, atau ke luarnya</translation>
    </message>
    <message>
        <source>Let it belong to the group, or no longer</source>
        <translation>Jadikan anggota kelompok itu, atau bukan lagi</translation>
    </message>
    <message>
        <source>Drag on the canvas</source>
        <translation>Seret di kanvas</translation>
    </message>
    <message>
        <source>Select what the frame touches</source>
        <translation>Pilih semua yang tersentuh bingkai</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Roda mouse</translation>
    </message>
    <message>
        <source>Zoom to the pointer</source>
        <translation>Perbesar atau perkecil di posisi penunjuk</translation>
    </message>
    <message>
        <source>Middle button</source>
        <translation>Tombol tengah</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Geser tampilan</translation>
    </message>
    <message>
        <source>Double-click a group</source>
        <translation>Klik ganda sebuah kelompok</translation>
    </message>
    <message>
        <source>Enter it; on the title of an open one: collapse it</source>
        <translation>Masuk ke dalamnya; pada judul kelompok yang terbuka: ciutkan</translation>
    </message>
    <message>
        <source>Tab, A or a double-click</source>
        <translation>Tab, A, atau klik ganda</translation>
    </message>
    <message>
        <source>Add a layer behind the selected one, or into the selected wire</source>
        <translation>Tambah lapisan di belakang yang terpilih, atau ke dalam sambungan yang terpilih</translation>
    </message>
    <message>
        <source>Escape, then Tab</source>
        <translation>Escape, lalu Tab</translation>
    </message>
    <message>
        <source>Leave the canvas for what follows it</source>
        <translation>Tinggalkan kanvas ke bagian berikutnya</translation>
    </message>
    <message>
        <source>Go through the wires of the selected layer</source>
        <translation>Telusuri sambungan lapisan terpilih</translation>
    </message>
    <message>
        <source>Replace the selected layer, or reconnect the selected wire</source>
        <translation>Ganti lapisan terpilih, atau hubungkan ulang sambungan terpilih</translation>
    </message>
    <message>
        <source>Connect the selected layer</source>
        <translation>Hubungkan lapisan terpilih</translation>
    </message>
    <message>
        <source>Fit the drawing</source>
        <translation>Paskan diagram</translation>
    </message>
    <message>
        <source>Shift + F</source>
        <translation>Shift + F</translation>
    </message>
    <message>
        <source>Fit what is selected</source>
        <translation>Paskan yang terpilih</translation>
    </message>
    <message>
        <source>Add a note at the pointer</source>
        <translation>Tambah catatan di penunjuk</translation>
    </message>
    <message>
        <source>Give the selection a colour, or take it away</source>
        <translation>Beri pilihan sebuah warna, atau hilangkan warnanya</translation>
    </message>
    <message>
        <source>Escape, Alt + Up</source>
        <translation>Escape, Alt + Atas</translation>
    </message>
    <message>
        <source>Leave the group</source>
        <translation>Keluar dari kelompok</translation>
    </message>
    <message>
        <source>Begin a presentation, and end it</source>
        <translation>Mulai presentasi, lalu akhiri</translation>
    </message>
    <message>
        <source>Alt + Shift + arrow keys</source>
        <translation>Alt + Shift + tombol panah</translation>
    </message>
    <message>
        <source>Resize the selected notes and frames</source>
        <translation>Ubah ukuran catatan dan bingkai terpilih</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Tombol panah</translation>
    </message>
    <message>
        <source>Go to the next layer</source>
        <translation>Berpindah ke lapisan berikutnya</translation>
    </message>
    <message>
        <source>Ctrl + arrow keys</source>
        <translation>Ctrl + tombol panah</translation>
    </message>
    <message>
        <source>Move the selected layers</source>
        <translation>Pindahkan lapisan terpilih</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>Hapus yang terpilih</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Edit the selected layer, enter the group</source>
        <translation>Ubah lapisan terpilih, masuk ke kelompok</translation>
    </message>
    <message>
        <source>Wheel, nearer still</source>
        <translation>Roda tetikus, lebih dekat lagi</translation>
    </message>
    <message>
        <source>See the neurons and weights inside the layers</source>
        <translation>Lihat neuron dan bobot di dalam lapisan</translation>
    </message>
    <message>
        <source>Open the selected layers in place, or all in view, or close them</source>
        <translation>Buka lapisan terpilih di tempatnya, atau semua yang terlihat, atau tutup</translation>
    </message>
    <message>
        <source>I, then arrows, Enter</source>
        <translation>I, lalu tombol panah, Enter</translation>
    </message>
    <message>
        <source>Walk through the neurons and weights inside a layer, and pin a number</source>
        <translation>Telusuri neuron dan bobot di dalam lapisan, dan sematkan satu angka</translation>
    </message>
    <message>
        <source>Show the next quantity on weights</source>
        <translation>Tampilkan besaran berikutnya pada bobot</translation>
    </message>
    <message>
        <source>Shift + W</source>
        <translation>Shift + W</translation>
    </message>
    <message>
        <source>Fill neurons with the next quantity; the heat map shows what each says over the plane</source>
        <translation>Isi neuron dengan besaran berikutnya; peta panas menunjukkan jawaban tiap neuron pada bidang data</translation>
    </message>
    <message>
        <source>Layers in a panel: arrow keys, Enter, or a click</source>
        <translation>Lapisan di panel: tombol panah, Enter, atau klik</translation>
    </message>
    <message>
        <source>Select the layer on the canvas</source>
        <translation>Memilih lapisan itu di kanvas</translation>
    </message>
    <message>
        <source>Pin its number to the inspector, or unpin it; a neuron is shown in the decision boundary too</source>
        <translation>Sematkan angkanya di panel properti, atau lepaskan; neuron juga ditampilkan di batas keputusan</translation>
    </message>
    <message>
        <source>Click a weight or a neuron</source>
        <translation>Klik bobot atau neuron</translation>
    </message>
    <message>
        <source>Training &gt; Compare runs shows the curves of what was trained over each other: tick runs to compare them, their settings, results and weights; Enter opens one where it was.</source>
        <translation>Pelatihan &gt; Bandingkan pelatihan menumpuk kurva semua yang pernah dilatih: centang untuk membandingkan kurva, pengaturan, hasil, dan bobotnya; Enter membuka salah satunya di tempatnya semula.</translation>
    </message>
    <message>
        <source>Training &gt; Sweep over settings tries many learning rates, layer sizes and the like by itself, also while its window is closed, and opens the best.</source>
        <translation>Pelatihan &gt; Cari pengaturan terbaik mencoba sendiri banyak laju pembelajaran, ukuran lapisan, dan sebagainya, juga selagi jendelanya tertutup, lalu membuka yang terbaik.</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Keyboard dan mouse</translation>
    </message>
    <message>
        <source>Rambat {version}</source>
        <translation>Rambat {version}</translation>
    </message>
    <message>
        <source>About Rambat</source>
        <translation>Tentang Rambat</translation>
    </message>
    <message>
        <source>Draw a neural network, train it, and watch backpropagation happen. Rambat is Indonesian for “to propagate”. Free software under the MIT licence.</source>
        <translation>Gambarlah jaringan saraf tiruan, latihlah, dan saksikan propagasi balik bekerja. Nama Rambat berasal dari kata “merambat”. Perangkat lunak bebas dengan lisensi MIT.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>As it was opened</source>
        <translation>Seperti saat dibuka</translation>
    </message>
    <message>
        <source>Steps that can be undone</source>
        <translation>Langkah yang dapat diurungkan</translation>
    </message>
    <message>
        <source>Arrow keys go to the drawing as it was after a step.</source>
        <translation>Tombol panah membuka diagram seperti keadaannya setelah sebuah langkah.</translation>
    </message>
</context>
<context>
    <name>ImportPicturesDialog</name>
    <message>
        <source>Import pictures</source>
        <translation>Impor gambar</translation>
    </message>
    <message>
        <source>Choose a folder with one sub-folder for each class, or an IDX or .npz file.</source>
        <translation>Pilih folder dengan satu subfolder untuk setiap kelas, atau berkas IDX atau .npz.</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Folder atau berkas</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>F&amp;older…</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>Be&amp;rkas…</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Tinggi dalam piksel</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Lebar dalam piksel</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Abu-abu</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Berwarna</translation>
    </message>
    <message>
        <source>What becomes of pictures that are wider or higher than the size is</source>
        <translation>Apa yang terjadi pada gambar yang lebih lebar atau lebih tinggi daripada ukurannya</translation>
    </message>
    <message>
        <source>Crop to the middle</source>
        <translation>Potong ke tengah</translation>
    </message>
    <message>
        <source>Whole, with margins</source>
        <translation>Utuh, dengan tepi</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Regangkan</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Hentikan</translation>
    </message>
    <message>
        <source>Pictures by class</source>
        <translation>Gambar per kelas</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Tidak disertakan</translation>
    </message>
    <message>
        <source>&amp;Height × width</source>
        <translation>&amp;Tinggi × lebar</translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation>&amp;Warna</translation>
    </message>
    <message>
        <source>F&amp;it</source>
        <translation>Pe&amp;nyesuaian</translation>
    </message>
    <message>
        <source>&amp;Use these data</source>
        <translation>&amp;Gunakan data ini</translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>Folder gambar</translation>
    </message>
    <message>
        <source>IDX files and arrays</source>
        <translation>Berkas IDX dan larik</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>A file of pictures</source>
        <translation>Berkas gambar</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Membaca…</translation>
    </message>
    <message>
        <source>Stopped. Change the size or choose again to read anew.</source>
        <translation>Dihentikan. Ubah ukuran atau pilih lagi untuk membaca ulang.</translation>
    </message>
    <message>
        <source>Reading {done} of {total}…</source>
        <translation>Membaca {done} dari {total}…</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} tidak disertakan</translation>
    </message>
    <message>
        <source>{count} pictures of {shape} in {classes} classes.</source>
        <translation>{count} gambar {shape} dalam {classes} kelas.</translation>
    </message>
    <message>
        <source>{count} values in their order, a time series; window and horizon are set with the data.</source>
        <translation>{count} nilai menurut urutannya, sebuah deret waktu; jendela dan horizon diatur bersama datanya.</translation>
    </message>
    <message>
        <source>{count} samples of {shape} in {classes} classes.</source>
        <translation>{count} sampel {shape} dalam {classes} kelas.</translation>
    </message>
    <message>
        <source>{count} samples of {shape}, each with measured values.</source>
        <translation>{count} sampel {shape}, masing-masing dengan nilai terukur.</translation>
    </message>
    <message>
        <source>Only one sample, so it cannot be in training and validation both: {names}.</source>
        <translation>Hanya satu sampel, jadi tidak dapat berada di pelatihan dan validasi sekaligus: {names}.</translation>
    </message>
    <message>
        <source>{training} for training, of which some are held out for validation, and {test} for the test.</source>
        <translation>{training} untuk pelatihan, sebagian disisihkan untuk validasi, dan {test} untuk pengujian.</translation>
    </message>
    <message>
        <source>{training} for training, {validation} for validation and {test} for the test.</source>
        <translation>{training} untuk pelatihan, {validation} untuk validasi, dan {test} untuk pengujian.</translation>
    </message>
</context>
<context>
    <name>Insides</name>
    <message>
        <source>Sample {number}</source>
        <translation>Sampel {number}</translation>
    </message>
    <message>
        <source>the network says {answer}</source>
        <translation>kata jaringan {answer}</translation>
    </message>
    <message>
        <source>the first {shown} of {total}</source>
        <translation>{shown} pertama dari {total}</translation>
    </message>
    <message>
        <source>a cell shows the largest of {rows} × {columns}</source>
        <translation>satu sel menunjukkan yang terbesar dari {rows} × {columns}</translation>
    </message>
    <message>
        <source>filter {number}</source>
        <translation>filter {number}</translation>
    </message>
    <message>
        <source>channel {number}</source>
        <translation>kanal {number}</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>unit {number}</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>baris {number}</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>kolom {number}</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>langkah {number}</translation>
    </message>
    <message>
        <source>input {number}</source>
        <translation>masukan {number}</translation>
    </message>
    <message>
        <source>state {number}</source>
        <translation>keadaan {number}</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>{count} runs are more than a file holds.</source>
        <translation>{count} pelatihan melebihi muatan berkas.</translation>
    </message>
    <message>
        <source>Store in the project</source>
        <translation>Simpan di proyek</translation>
    </message>
    <message>
        <source>Store the runs in the project</source>
        <translation>Simpan pelatihan di proyek</translation>
    </message>
    <message>
        <source>The file then holds the runs: settings, epochs, last weights and the data that only they have, within {most} MB: starred and newer ones come first. The moments between are not in it.</source>
        <translation>Berkas akan memuat pelatihan: pengaturan, epoch, bobot terakhir, dan data yang hanya dimilikinya, paling banyak {most} MB: yang berbintang dan yang lebih baru didahulukan. Momen-momen di antaranya tidak ikut.</translation>
    </message>
</context>
<context>
    <name>KeptModel</name>
    <message>
        <source>Begun</source>
        <translation>Dimulai</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyek</translation>
    </message>
    <message>
        <source>Varied</source>
        <translation>Yang divariasikan</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Percobaan</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} dari {count}</translation>
    </message>
</context>
<context>
    <name>KeptSweeps</name>
    <message>
        <source>All sweeps</source>
        <translation>Semua pencarian</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>T&amp;ampilkan</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Hapus…</translation>
    </message>
    <message>
        <source>They take {size} of at most {most} MB; beyond that no other sweep begins.</source>
        <translation>Semuanya memakai {size} dari paling banyak {most} MB; di atas itu pencarian lain tidak dimulai.</translation>
    </message>
    <message>
        <source>This sweep was not deleted</source>
        <translation>Pencarian ini tidak dihapus</translation>
    </message>
    <message>
        <source>Delete the sweep of {time} for good?</source>
        <translation>Hapus pencarian {time} untuk selamanya?</translation>
    </message>
    <message>
        <source>Delete {count} sweeps for good?</source>
        <translation>Hapus {count} pencarian untuk selamanya?</translation>
    </message>
    <message>
        <source>Their trials and weights, {size} MB, cannot be brought back. What was opened stays in its project.</source>
        <translation>Percobaan dan bobotnya, {size} MB, tidak dapat dikembalikan. Yang sudah dibuka tetap ada di proyeknya.</translation>
    </message>
</context>
<context>
    <name>LandscapePlot</name>
    <message>
        <source>Choose two different weights.</source>
        <translation>Pilih dua bobot yang berbeda.</translation>
    </message>
    <message>
        <source>{share} of the run&apos;s variance</source>
        <translation>{share} varians pelatihan</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Menghitung…</translation>
    </message>
    <message>
        <source>{share} of the variance</source>
        <translation>{share} varians</translation>
    </message>
    <message>
        <source>{count} training samples</source>
        <translation>{count} sampel latih</translation>
    </message>
    <message>
        <source>Being computed around where the network stands</source>
        <translation>Sedang dihitung di sekitar posisi jaringan sekarang</translation>
    </message>
    <message>
        <source>Compute anew around where the network stands; the training goes on</source>
        <translation>Hitung ulang di sekitar posisi jaringan sekarang; pelatihan tetap berjalan</translation>
    </message>
    <message>
        <source>This is the loss around where the network stands</source>
        <translation>Inilah kerugian di sekitar posisi jaringan sekarang</translation>
    </message>
    <message>
        <source>Loss {value} at {place}</source>
        <translation>Kerugian {value} di {place}</translation>
    </message>
    <message>
        <source>Train some steps. The landscape of the loss appears here, with the way of the run.</source>
        <translation>Latih beberapa langkah. Lanskap fungsi kerugian tampil di sini bersama jalur pelatihannya.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Pelatihan</translation>
    </message>
    <message>
        <source>Two weights</source>
        <translation>Dua bobot</translation>
    </message>
    <message>
        <source>The plane in which the run has moved most (Li et al. 2018)</source>
        <translation>Bidang tempat pelatihan paling banyak bergerak (Li dkk. 2018)</translation>
    </message>
    <message>
        <source>The loss along two weights, all others as they are now</source>
        <translation>Kerugian sepanjang dua bobot, semua yang lain tetap seperti sekarang</translation>
    </message>
    <message>
        <source>The ring is where the run began, the point where the network stands</source>
        <translation>Cincin menandai awal pelatihan, titik menandai tempat jaringan berada</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Favourites</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Terakhir digunakan</translation>
    </message>
    <message>
        <source>My blocks</source>
        <translation>Blok saya</translation>
    </message>
    <message>
        <source>{layer}, a favourite</source>
        <translation>{layer}, favorit</translation>
    </message>
</context>
<context>
    <name>LayerPage</name>
    <message>
        <source>The layer is frozen, so this has no effect: {names}.</source>
        <translation>Lapisan ini dibekukan, jadi ini tidak berpengaruh: {names}.</translation>
    </message>
    <message>
        <source>{count} parameters, frozen</source>
        <translation>{count} parameter, dibekukan</translation>
    </message>
    <message>
        <source>{count} parameters, shared</source>
        <translation>{count} parameter, dipakai bersama</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 parameter</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} parameter</translation>
    </message>
</context>
<context>
    <name>LayerPlot</name>
    <message>
        <source>Step {step}</source>
        <translation>Langkah {step}</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lapisan</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>One line for each layer over the steps of the run</source>
        <translation>Satu garis untuk tiap lapisan sepanjang langkah pelatihan</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Langkah</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Size of the gradient along a connection, from {range}</source>
        <translation>Besar gradien pada sambungan, dari {range}</translation>
    </message>
</context>
<context>
    <name>LogScale</name>
    <message>
        <source>Logarithmic</source>
        <translation>Logaritmik</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Skala logaritmik</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Epoch</source>
        <translation>Epoch</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>berskala</translation>
    </message>
    <message>
        <source>The loss is that of scaled targets. Predictions tells errors in their own units.</source>
        <translation>Kerugian dihitung dari target berskala. Prediksi menyebut galat dalam satuan aslinya.</translation>
    </message>
    <message>
        <source>Press Run to see the accuracy rise.</source>
        <translation>Tekan Jalankan untuk melihat akurasi meningkat.</translation>
    </message>
    <message>
        <source>Press Run to see the loss fall.</source>
        <translation>Tekan Jalankan untuk melihat kerugian menurun.</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Langkah {step}</translation>
    </message>
    <message>
        <source>train</source>
        <translation>latih</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validasi</translation>
    </message>
    <message>
        <source>best</source>
        <translation>terbaik</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>Epoch {epoch}</translation>
    </message>
    <message>
        <source>There is no accuracy: the network predicts numbers, not classes.</source>
        <translation>Tidak ada akurasi: jaringan ini memprediksi bilangan, bukan kelas.</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>batch</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Kerugian</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Akurasi</translation>
    </message>
</context>
<context>
    <name>MagnitudeBars</name>
    <message>
        <source>Gradient of the weights: {value}</source>
        <translation>Gradien bobot: {value}</translation>
    </message>
    <message>
        <source>Weights: {value}</source>
        <translation>Bobot: {value}</translation>
    </message>
    <message>
        <source>Activations: {value}</source>
        <translation>Aktivasi: {value}</translation>
    </message>
    <message>
        <source>Update / weight: {value}</source>
        <translation>Pembaruan / bobot: {value}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Problems</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Tanpa judul</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lapisan</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Kerangka</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Properti</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Pelatihan</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of two settings</source>
        <translation>Peta dua pengaturan</translation>
    </message>
    <message>
        <source>The best result for each pair of values appears here.</source>
        <translation>Hasil terbaik untuk setiap pasangan nilai muncul di sini.</translation>
    </message>
    <message>
        <source>Setting across</source>
        <translation>Pengaturan mendatar</translation>
    </message>
    <message>
        <source>Setting upwards</source>
        <translation>Pengaturan tegak</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Rows: actual. Columns: predicted.</source>
        <translation>Baris: sebenarnya. Kolom: prediksi.</translation>
    </message>
    <message>
        <source>A click, or Enter, lists them.</source>
        <translation>Klik, atau Enter, menampilkan daftarnya.</translation>
    </message>
    <message>
        <source>{count} of {total} samples of {actual} were recognized</source>
        <translation>{count} dari {total} sampel {actual} dikenali</translation>
    </message>
    <message>
        <source>{count} of {total} samples of {actual} were taken for {predicted}</source>
        <translation>{count} dari {total} sampel {actual} dikira {predicted}</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriks konfusi</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of the drawing</source>
        <translation>Peta diagram</translation>
    </message>
    <message>
        <source>Press or drag to look elsewhere</source>
        <translation>Tekan atau seret untuk melihat bagian lain</translation>
    </message>
</context>
<context>
    <name>MoreSettings</name>
    <message>
        <source>More settings</source>
        <translation>Pengaturan lainnya</translation>
    </message>
    <message>
        <source>({count} changed)</source>
        <translation>({count} diubah)</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bingkai</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Network drawing</source>
        <translation>Diagram jaringan</translation>
    </message>
    <message>
        <source>Arrow keys go from layer to layer, Tab adds one, C connects the selected one, R replaces it, E goes through its wires, I walks through the neurons and weights inside it, Enter edits it or goes into a group, N adds a note, Ctrl with arrows moves, Delete takes away. Escape comes out of a group; Escape and then Tab leads on from here.</source>
        <translation>Tombol panah berpindah dari lapisan ke lapisan, Tab menambah satu, C menyambungkan yang terpilih, R menggantinya, E menelusuri sambungannya, I menelusuri neuron dan bobot di dalamnya, Enter mengubahnya atau masuk ke kelompok, N menambah catatan, Ctrl dengan panah memindahkan, Delete menghapus. Escape keluar dari kelompok; Escape lalu Tab meninggalkan kanvas.</translation>
    </message>
    <message>
        <source>Drag a layer here, or press Tab to add one</source>
        <translation>Seret lapisan ke sini, atau tekan Tab untuk menambahkannya</translation>
    </message>
    <message>
        <source>or open a template</source>
        <translation>atau buka sebuah templat</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Layer</source>
        <translation>Lapisan</translation>
    </message>
    <message>
        <source>to {node}, input {port}</source>
        <translation>ke {node}, masukan {port}</translation>
    </message>
    <message>
        <source>to {node}</source>
        <translation>ke {node}</translation>
    </message>
    <message>
        <source>{shape} values</source>
        <translation>{shape} nilai</translation>
    </message>
    <message>
        <source>Enter mends it: {fix}</source>
        <translation>Enter memperbaikinya: {fix}</translation>
    </message>
    <message>
        <source>Connection from {source} to {target}</source>
        <translation>Sambungan dari {source} ke {target}</translation>
    </message>
    <message>
        <source>Input from {nodes}.</source>
        <translation>Masukan dari {nodes}.</translation>
    </message>
    <message>
        <source>Parameters: {count}.</source>
        <translation>Parameter: {count}.</translation>
    </message>
    <message>
        <source>group of {count}</source>
        <translation>kelompok berisi {count}</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>bingkai</translation>
    </message>
    <message>
        <source>note</source>
        <translation>catatan</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline of the network</source>
        <translation>Kerangka jaringan</translation>
    </message>
    <message>
        <source>Arrow keys go from layer to layer, with Ctrl without selecting; Ctrl+Space selects one more. Right shows its connections, Enter edits it, C connects it, A adds a layer behind it or into a connection, R replaces it or leads a connection elsewhere, Delete takes it away. The menu key has all else.</source>
        <translation>Tombol panah berpindah dari lapisan ke lapisan, dengan Ctrl tanpa memilih; Ctrl+Spasi memilih satu lagi. Kanan menampilkan sambungannya, Enter mengubahnya, C menyambungkannya, A menambah lapisan di belakangnya atau ke dalam sambungan, R menggantinya atau mengalihkan sambungan, Delete menghapusnya. Tombol menu memuat sisanya.</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Network sees</source>
        <translation>Jaringan melihat</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
    <message>
        <source>orange: little {target}, blue: much</source>
        <translation>jingga: {target} kecil, biru: besar</translation>
    </message>
</context>
<context>
    <name>PairsPage</name>
    <message>
        <source>There is only one column of numbers, so there are no pairs.</source>
        <translation>Hanya ada satu kolom angka, jadi tidak ada pasangan.</translation>
    </message>
    <message>
        <source>At most {most} columns can be read at once. Take one away first.</source>
        <translation>Paling banyak {most} kolom dapat dibaca sekaligus. Lepaskan satu dahulu.</translation>
    </message>
    <message>
        <source>One column at least is shown.</source>
        <translation>Sedikitnya satu kolom ditampilkan.</translation>
    </message>
    <message>
        <source>{shown} of {count} samples as points; rings are held out</source>
        <translation>{shown} dari {count} sampel sebagai titik; cincin = disisihkan</translation>
    </message>
    <message>
        <source>{count} samples; rings are held out</source>
        <translation>{count} sampel; cincin = disisihkan</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pasangan</translation>
    </message>
    <message>
        <source>Columns that are shown</source>
        <translation>Kolom yang ditampilkan</translation>
    </message>
    <message>
        <source>Every two columns against each other</source>
        <translation>Setiap dua kolom dibandingkan</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Search layers</source>
        <translation>Cari lapisan</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Kosongkan pencarian</translation>
    </message>
    <message>
        <source>No layer is called so.</source>
        <translation>Tidak ada lapisan dengan nama itu.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lapisan</translation>
    </message>
    <message>
        <source>Add to the drawing</source>
        <translation>Tambahkan ke diagram</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Ganti nama…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Hapus…</translation>
    </message>
</context>
<context>
    <name>ParallelView</name>
    <message>
        <source>Every line is a trial, coloured by its result. Drag along an axis to keep some.</source>
        <translation>Satu garis, satu percobaan. Seret pada sumbu untuk menyaring.</translation>
    </message>
    <message>
        <source>{count} failed, without a line.</source>
        <translation>{count} gagal, tanpa garis.</translation>
    </message>
    <message>
        <source>{count} of {all} trials lie within what is kept.</source>
        <translation>{count} dari {all} percobaan ada di dalam saringan.</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>Koordinat paralel</translation>
    </message>
    <message>
        <source>Each trial that is done becomes a line through its settings.</source>
        <translation>Setiap percobaan yang selesai menjadi garis yang melalui pengaturannya.</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Keep the trials of all values again (Escape)</source>
        <translation>Tampilkan lagi percobaan dengan semua nilai (Escape)</translation>
    </message>
    <message>
        <source>Left and right choose an axis. Shift with up and down moves the upper end of what is kept, Ctrl the lower one; Delete keeps all of the axis.</source>
        <translation>Kiri dan kanan memilih sumbu. Shift dengan atas dan bawah menggeser ujung atas saringan, Ctrl ujung bawahnya; Delete menampilkan seluruh sumbu.</translation>
    </message>
</context>
<context>
    <name>PicturesPage</name>
    <message>
        <source>These data are no pictures.</source>
        <translation>Data ini bukan gambar.</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Semua kelas</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} gambar</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>nomor {number}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Samples as pictures</source>
        <translation>Sampel sebagai gambar</translation>
    </message>
</context>
<context>
    <name>PinnedNumbers</name>
    <message>
        <source>Pinned ({count})</source>
        <translation>Disematkan ({count})</translation>
    </message>
</context>
<context>
    <name>PinnedRow</name>
    <message>
        <source>Unpin {name}</source>
        <translation>Lepas sematan {name}</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Pause this plot</source>
        <translation>Jeda grafik ini</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Dijeda</translation>
    </message>
    <message>
        <source>The run goes on; this plot stays as it is until you press here</source>
        <translation>Pelatihan terus berjalan; grafik ini diam sampai Anda menekan di sini</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Escape ends the presentation, {key} hides the ring around the pointer.</source>
        <translation>Escape mengakhiri presentasi, {key} menyembunyikan lingkaran di sekitar penunjuk.</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>missing</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>PrintDrawingDialog</name>
    <message>
        <source>Print drawing</source>
        <translation>Cetak diagram</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Cetak…</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Mendatar</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Tegak</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>{count} to mend</source>
        <translation>{count} perlu diperbaiki</translation>
    </message>
    <message>
        <source>{count} to finish</source>
        <translation>{count} perlu dilengkapi</translation>
    </message>
    <message>
        <source>{count} to consider</source>
        <translation>{count} perlu dipertimbangkan</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Tidak ada masalah</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lainnya</translation>
    </message>
</context>
<context>
    <name>ProjectionPage</name>
    <message>
        <source>There are no more than two features of numbers, which Pairs shows as they are.</source>
        <translation>Hanya ada dua fitur angka atau kurang, dan Pasangan menampilkannya apa adanya.</translation>
    </message>
    <message>
        <source>This needs three samples at least.</source>
        <translation>Ini memerlukan sedikitnya tiga sampel.</translation>
    </message>
    <message>
        <source>PC1 and PC2 hold {share} of the variance of the standardised features</source>
        <translation>PC1 dan PC2 memuat {share} varians fitur yang dibakukan</translation>
    </message>
    <message>
        <source>{shown} of {count} samples as points</source>
        <translation>{shown} dari {count} sampel sebagai titik</translation>
    </message>
    <message>
        <source>found from {count}</source>
        <translation>dihitung dari {count}</translation>
    </message>
    <message>
        <source>Two dimensions</source>
        <translation>Dua dimensi</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Float</source>
        <translation>Lepaskan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Undocks and re-attaches the dock widget</source>
        <translation>Melepaskan atau memasang kembali panel</translation>
    </message>
    <message>
        <source>Closes the dock widget</source>
        <translation>Menutup panel</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Cari di:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nama berkas:</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Pilih</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Folder:</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Folder induk</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Mundur</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Buat folder baru</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Tampilan daftar</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Tampilan rinci</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Tanggal diubah</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Komputer saya</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Folder baru</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Ganti nama</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Tampilkan berkas &amp;tersembunyi</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 sudah ada.
Ganti berkas itu?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Berkas tidak ditemukan.
Pastikan nama berkasnya benar.</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>Yakin ingin menghapus &apos;%1&apos;?</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Jenis berkas:</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Tempat terkini</translation>
    </message>
</context>
<context>
    <name>QFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Drive</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Pintasan</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Tidak dikenal</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Tanggal diubah</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Komputer Saya</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>U&amp;langi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>P&amp;otong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>Tampilkan rincian...</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Sembunyikan rincian...</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Simpan semua</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ya</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Ya untuk &amp;semua</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Tidak</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>Tida&amp;k untuk semua</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Abaikan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jangan simpan</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Terapkan</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Atur ulang</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Kembalikan ke bawaan</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>U&amp;langi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>P&amp;otong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Salin &amp;alamat tautan</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>RaceWindow</name>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>The network or its data are not ready: see Problems and Data.</source>
        <translation>Jaringan atau datanya belum siap: lihat Masalah dan Data.</translation>
    </message>
    <message>
        <source>epoch {epoch} of {last}</source>
        <translation>epoch {epoch} dari {last}</translation>
    </message>
    <message>
        <source>No variant has come to the end of an epoch.</source>
        <translation>Belum ada varian yang menyelesaikan satu epoch pun.</translation>
    </message>
    <message>
        <source>Best: {name}, with a loss of {loss}</source>
        <translation>Terbaik: {name}, dengan kerugian {loss}</translation>
    </message>
    <message>
        <source>{count} epochs/s</source>
        <translation>{count} epoch/dtk</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Kecepatan penuh</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>Kelas {name}</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Semua kelas</translation>
    </message>
    <message>
        <source>Output {number}</source>
        <translation>Keluaran {number}</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Balapan</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Mulai lagi</translation>
    </message>
    <message>
        <source>Other variants…</source>
        <translation>Varian lain…</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logaritmik</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Kecepatan</translation>
    </message>
    <message>
        <source>What the pictures show</source>
        <translation>Yang ditampilkan gambar</translation>
    </message>
    <message>
        <source>train</source>
        <translation>latih</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validasi</translation>
    </message>
</context>
<context>
    <name>RangeTestDialog</name>
    <message>
        <source>Begin</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Use the suggestion</source>
        <translation>Pakai saran</translation>
    </message>
    <message>
        <source>Use {rate}</source>
        <translation>Pakai {rate}</translation>
    </message>
    <message>
        <source>A copy of the network trains, with a rate that grows at every batch…</source>
        <translation>Salinan jaringan dilatih dengan laju yang naik pada setiap batch…</translation>
    </message>
    <message>
        <source>Cancelled. The network is as it was.</source>
        <translation>Dibatalkan. Jaringan tetap seperti semula.</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>the same</source>
        <translation>sama</translation>
    </message>
    <message>
        <source>{count} of {all} own</source>
        <translation>{count} dari {all} sendiri</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Kerugian validasi</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Kerugian latih</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Akurasi validasi</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>Akurasi latih</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoch</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Detik</translation>
    </message>
    <message>
        <source>The time of its own steps</source>
        <translation>Waktu langkah-langkahnya sendiri</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Bobot awal</translation>
    </message>
    <message>
        <source>Whether it began with the project&apos;s weights, or had to draw some of its own from the same seed</source>
        <translation>Apakah ia mulai dengan bobot proyek, atau harus mengundi sebagian sendiri dari benih yang sama</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Peringkat</translation>
    </message>
</context>
<context>
    <name>RatesPlot</name>
    <message>
        <source>rate {rate}</source>
        <translation>laju {rate}</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>dihaluskan</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>batch</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Laju pembelajaran</translation>
    </message>
</context>
<context>
    <name>RecordActions</name>
    <message>
        <source>The animation before is still being written.</source>
        <translation>Animasi sebelumnya masih ditulis.</translation>
    </message>
    <message>
        <source>Give up the animation?</source>
        <translation>Batalkan animasi?</translation>
    </message>
    <message>
        <source>It is not written yet.</source>
        <translation>Animasi belum ditulis.</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Kanvas</translation>
    </message>
    <message>
        <source>Nothing can be recorded</source>
        <translation>Tidak ada yang dapat direkam</translation>
    </message>
    <message>
        <source>Recording. {keys} or a press on the red dot ends it.</source>
        <translation>Sedang merekam. {keys} atau klik titik merah untuk berhenti.</translation>
    </message>
    <message>
        <source>Animated picture</source>
        <translation>Gambar bergerak</translation>
    </message>
    <message>
        <source>Numbered pictures</source>
        <translation>Gambar bernomor</translation>
    </message>
    <message>
        <source>Record an animation</source>
        <translation>Rekam animasi</translation>
    </message>
    <message>
        <source>The animation cannot be written there</source>
        <translation>Animasi tidak dapat ditulis di sana</translation>
    </message>
    <message>
        <source>{count} numbered pictures are there already, from {name} on. Replace them?</source>
        <translation>Sudah ada {count} gambar bernomor, mulai dari {name}. Ganti semuanya?</translation>
    </message>
    <message>
        <source>The animation was given up.</source>
        <translation>Animasi dibatalkan.</translation>
    </message>
    <message>
        <source>{count} pictures are written, from {name} on: {size} MB.</source>
        <translation>{count} gambar ditulis, mulai dari {name}: {size} MB.</translation>
    </message>
    <message>
        <source>The animation is written to {name}: {size} MB.</source>
        <translation>Animasi ditulis ke {name}: {size} MB.</translation>
    </message>
    <message>
        <source>The animation was not written</source>
        <translation>Animasi tidak tertulis</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>The whole window</source>
        <translation>Seluruh jendela</translation>
    </message>
    <message>
        <source>{count} frames a second</source>
        <translation>{count} bingkai per detik</translation>
    </message>
    <message>
        <source>Record an animation</source>
        <translation>Rekam animasi</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Yang ditampilkan</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Paling banyak</translation>
    </message>
    <message>
        <source>At most {seconds} seconds are recorded, in real time. {keys} or a press on the red dot in the status bar ends it; then the file is written while you go on.</source>
        <translation>Paling lama {seconds} detik direkam, sesuai waktu nyata. {keys} atau klik titik merah di bilah status untuk berhenti; lalu berkas ditulis sementara Anda melanjutkan.</translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation>&amp;Rekam…</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} piksel</translation>
    </message>
    <message>
        <source>Tick what the animation shall show.</source>
        <translation>Centang yang akan ditampilkan animasi.</translation>
    </message>
</context>
<context>
    <name>RecordingSign</name>
    <message>
        <source>Writing the animation: {percent}%</source>
        <translation>Menulis animasi: {percent}%</translation>
    </message>
    <message>
        <source>Press to give it up</source>
        <translation>Klik untuk membatalkan</translation>
    </message>
    <message>
        <source>An animation is being recorded. Press to end it; then it is written.</source>
        <translation>Animasi sedang direkam. Klik untuk berhenti; lalu animasi ditulis.</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>inputs and outputs of the network, {rows} samples</source>
        <translation>masukan dan keluaran jaringan, {rows} sampel</translation>
    </message>
    <message>
        <source>{inputs} inputs, {outputs} outputs</source>
        <translation>{inputs} masukan, {outputs} keluaran</translation>
    </message>
    <message>
        <source>Rows above the table that are skipped: {count}.</source>
        <translation>Baris di atas tabel yang dilewati: {count}.</translation>
    </message>
    <message>
        <source>{rows} rows read, none is left out.</source>
        <translation>{rows} baris dibaca, tidak ada yang dilewati.</translation>
    </message>
    <message>
        <source>{rows} rows stand elsewhere in the file than in time, and are put in order.</source>
        <translation>{rows} baris letaknya di berkas tidak sesuai waktunya, lalu diurutkan.</translation>
    </message>
    <message>
        <source>{column}: before {rows} the step is longer than usual.</source>
        <translation>{column}: sebelum {rows} jaraknya lebih panjang daripada biasanya.</translation>
    </message>
    <message>
        <source>{rows} rows read, {left} of them are left out, as a value is missing:</source>
        <translation>{rows} baris dibaca, {left} di antaranya dilewati karena ada nilai hilang:</translation>
    </message>
    <message>
        <source>    in {column}: {rows}</source>
        <translation>    pada {column}: {rows}</translation>
    </message>
    <message>
        <source>{column} is missing in {rows} and filled with: {how}.</source>
        <translation>{column} hilang pada {rows} dan diisi dengan: {how}.</translation>
    </message>
    <message>
        <source>{column} lies far from the others in {rows}.</source>
        <translation>{column} jauh dari nilai lainnya pada {rows}.</translation>
    </message>
    <message>
        <source>{column} is the same in every row.</source>
        <translation>{column} sama di setiap baris.</translation>
    </message>
    <message>
        <source>Repetitions of earlier rows: {rows}.</source>
        <translation>Pengulangan baris sebelumnya: {rows}.</translation>
    </message>
</context>
<context>
    <name>RepresentationPlot</name>
    <message>
        <source>{share} of the variance</source>
        <translation>{share} varians</translation>
    </message>
    <message>
        <source>Sample {number}</source>
        <translation>Sampel {number}</translation>
    </message>
    <message>
        <source>The samples appear here as a layer sees them, when data and network fit each other.</source>
        <translation>Sampel tampil di sini sebagaimana dilihat sebuah lapisan, bila data dan jaringan saling cocok.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lapisan</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Trial {number}: {values}</source>
        <translation>Percobaan {number}: {values}</translation>
    </message>
</context>
<context>
    <name>ResultsPlot</name>
    <message>
        <source>Training</source>
        <translation>Latih</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validasi</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Uji</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Sampel</translation>
    </message>
    <message>
        <source>What the network is worth on its data appears here once it is ready to run.</source>
        <translation>Seberapa baik jaringan pada datanya tampil di sini setelah jaringan siap dijalankan.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurva</translation>
    </message>
    <message>
        <source>Try one</source>
        <translation>Coba</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Keluaran</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Bagian data</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Salin sebagai teks</translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>Epoch</source>
        <translation>Epoch</translation>
    </message>
    <message>
        <source>Tick runs in the list to compare them.</source>
        <translation>Centang pelatihan di daftar untuk membandingkannya.</translation>
    </message>
    <message>
        <source>These runs have no such figures of held-out samples.</source>
        <translation>Pelatihan ini tidak punya angka itu untuk sampel validasi.</translation>
    </message>
    <message>
        <source>These runs have no such figures yet.</source>
        <translation>Pelatihan ini belum punya angka itu.</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>Epoch {epoch}</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Kerugian</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Akurasi</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Latih</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validasi</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Yang dibandingkan</translation>
    </message>
</context>
<context>
    <name>RunMenu</name>
    <message>
        <source>Again: {goal}</source>
        <translation>Lagi: {goal}</translation>
    </message>
    <message>
        <source>To the last epoch</source>
        <translation>Sampai epoch terakhir</translation>
    </message>
</context>
<context>
    <name>RunNews</name>
    <message>
        <source>These weights no longer fit the drawing and began anew: {names}</source>
        <translation>Bobot berikut tidak lagi sesuai dengan diagram dan dimulai dari awal: {names}</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>Kecepatan: {speed}</translation>
    </message>
    <message>
        <source>The next run begins with these weights; the one so far is kept.</source>
        <translation>Pelatihan berikutnya dimulai dengan bobot ini; pelatihan yang tadi tetap disimpan.</translation>
    </message>
    <message>
        <source>Run {number} goes on from step {step} of run {origin}, which is kept.</source>
        <translation>Pelatihan {number} melanjutkan langkah {step} dari pelatihan {origin}, yang tetap disimpan.</translation>
    </message>
    <message>
        <source>The weights of step {step} stand, the last that were numbers.</source>
        <translation>Yang dipakai adalah bobot langkah {step}, yang terakhir masih berupa bilangan.</translation>
    </message>
    <message>
        <source>The loss target is reached after {epoch} epochs.</source>
        <translation>Target kerugian tercapai setelah {epoch} epoch.</translation>
    </message>
    <message>
        <source>Training has ended early, after {epoch} epochs: the loss improved no more.</source>
        <translation>Pelatihan berakhir lebih awal setelah {epoch} epoch: kerugian tidak lagi membaik.</translation>
    </message>
    <message>
        <source>Training has ended after {epoch} epochs. Run goes on for as many again.</source>
        <translation>Pelatihan selesai setelah {epoch} epoch. Tekan Jalankan untuk melanjutkan sebanyak itu lagi.</translation>
    </message>
    <message>
        <source>The weights are those of epoch {epoch}, the best one.</source>
        <translation>Bobot yang dipakai berasal dari epoch {epoch}, yang terbaik.</translation>
    </message>
</context>
<context>
    <name>RunPages</name>
    <message>
        <source>Tick two runs or more in the list to compare them.</source>
        <translation>Centang dua pelatihan atau lebih di daftar untuk membandingkannya.</translation>
    </message>
    <message>
        <source>These runs have the same settings.</source>
        <translation>Pengaturan pelatihan-pelatihan ini sama.</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Pengaturan yang berbeda</translation>
    </message>
    <message>
        <source>What came of the runs</source>
        <translation>Hasil pelatihan</translation>
    </message>
    <message>
        <source>How far weights are apart</source>
        <translation>Jarak antarbobot</translation>
    </message>
</context>
<context>
    <name>RunUntilDialog</name>
    <message>
        <source>Run until</source>
        <translation>Jalankan sampai</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>The run goes on beyond the epochs, the loss target and the patience of the training settings.</source>
        <translation>Jumlah epoch, target kerugian, dan kesabaran di pengaturan pelatihan tidak menghentikan pelatihan ini.</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Jalankan</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Epochs</source>
        <translation>Epoch</translation>
    </message>
    <message>
        <source>in epoch</source>
        <translation>pada epoch</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Detik</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Kerugian</translation>
    </message>
    <message>
        <source>Best loss</source>
        <translation>Kerugian terbaik</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Kerugian validasi</translation>
    </message>
    <message>
        <source>Best validation loss</source>
        <translation>Kerugian validasi terbaik</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Akurasi</translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation>Akurasi terbaik</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Akurasi validasi</translation>
    </message>
    <message>
        <source>Best validation accuracy</source>
        <translation>Akurasi validasi terbaik</translation>
    </message>
    <message>
        <source>All weights</source>
        <translation>Semua bobot</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Pelatihan tersimpan</translation>
    </message>
    <message>
        <source>{value} from epoch {epoch}</source>
        <translation>{value} sejak epoch {epoch}</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Loss</source>
        <translation>Kerugian</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Akurasi</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Pelatihan</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoch</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Kerugian latih</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>Akurasi latih</translation>
    </message>
    <message>
        <source>{count} ep.</source>
        <translation>{count} ep.</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergen</translation>
    </message>
    <message>
        <source>training</source>
        <translation>latih</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validasi</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 perubahan</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} perubahan</translation>
    </message>
    <message>
        <source>with a star</source>
        <translation>berbintang</translation>
    </message>
    <message>
        <source>without a star</source>
        <translation>tanpa bintang</translation>
    </message>
    <message>
        <source>Star (S)</source>
        <translation>Bintang (S)</translation>
    </message>
    <message>
        <source>From epoch {epoch}: {changes}</source>
        <translation>Sejak epoch {epoch}: {changes}</translation>
    </message>
    <message>
        <source>Best: {value} in epoch {epoch}</source>
        <translation>Terbaik: {value} pada epoch {epoch}</translation>
    </message>
</context>
<context>
    <name>RunsPlot</name>
    <message>
        <source>Every run is kept here with its settings. Press Run to begin the first one.</source>
        <translation>Setiap pelatihan disimpan di sini beserta pengaturannya. Tekan Jalankan untuk memulai yang pertama.</translation>
    </message>
    <message>
        <source>No run is deleted.</source>
        <translation>Tidak ada pelatihan yang dihapus.</translation>
    </message>
    <message>
        <source>No run has a star. In the list of all runs, S gives one.</source>
        <translation>Tidak ada pelatihan yang berbintang. Pada daftar semua pelatihan, tombol S memberinya bintang.</translation>
    </message>
    <message>
        <source>All runs are deleted. The list of deleted ones restores them.</source>
        <translation>Semua pelatihan sudah dihapus. Daftar yang terhapus dapat memulihkannya.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurva</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Berbintang</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Terhapus</translation>
    </message>
    <message>
        <source>Which runs are listed</source>
        <translation>Pelatihan yang ditampilkan</translation>
    </message>
    <message>
        <source>Deleted runs can be restored as long as the project is open. Its file does not hold them.</source>
        <translation>Pelatihan yang dihapus dapat dipulihkan selama proyek terbuka. Berkasnya tidak menyimpannya.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Runs of this project</source>
        <translation>Pelatihan dalam proyek ini</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Brings network, data, hyperparameters, weights and history of this run back, and goes on there.</source>
        <translation>Mengembalikan jaringan, data, hiperparameter, bobot, dan riwayat pelatihan ini, lalu melanjutkan dari sana.</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Open this run</source>
        <translation>Buka pelatihan ini</translation>
    </message>
    <message>
        <source>Compare, or no longer</source>
        <translation>Ikut dibandingkan atau tidak</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Hapus bintang</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Bintang</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>Residual</source>
        <translation>Residu</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Peluang</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Keluaran</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Sebenarnya</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Kerugian</translation>
    </message>
    <message>
        <source>Loss (scaled)</source>
        <translation>Kerugian (berskala)</translation>
    </message>
</context>
<context>
    <name>SamplePicker</name>
    <message>
        <source>any class</source>
        <translation>semua kelas</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>Sampel sebelumnya</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>Sampel berikutnya</translation>
    </message>
    <message>
        <source>Number of the sample</source>
        <translation>Nomor sampel</translation>
    </message>
    <message>
        <source>Class of the sample</source>
        <translation>Kelas sampel</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Bagian data</translation>
    </message>
</context>
<context>
    <name>SamplesPage</name>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Salah</translation>
    </message>
    <message>
        <source>{count} samples</source>
        <translation>{count} sampel</translation>
    </message>
    <message>
        <source>{shown} of {count} samples</source>
        <translation>{shown} dari {count} sampel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 sampel</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Sampel</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>Sampel mana</translation>
    </message>
    <message>
        <source>Those with the largest loss come first.</source>
        <translation>Yang kerugiannya terbesar tampil lebih dulu.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Coba</translation>
    </message>
    <message>
        <source>Alter this sample and see what the network says then (Enter)</source>
        <translation>Ubah sampel ini dan lihat jawaban jaringan (Enter)</translation>
    </message>
</context>
<context>
    <name>SchedulePlot</name>
    <message>
        <source>planned</source>
        <translation>rencana</translation>
    </message>
    <message>
        <source>used</source>
        <translation>dipakai</translation>
    </message>
    <message>
        <source>now</source>
        <translation>kini</translation>
    </message>
    <message>
        <source>follows the loss, so there is no plan</source>
        <translation>mengikuti kerugian, jadi tidak ada rencana</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>Epoch {epoch}</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoch</translation>
    </message>
    <message>
        <source>The learning rate appears here when there are data.</source>
        <translation>Laju pembelajaran muncul di sini bila ada data.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} dari {count}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message>
        <source>Find in the drawing</source>
        <translation>Cari di diagram</translation>
    </message>
    <message>
        <source>End the search</source>
        <translation>Akhiri pencarian</translation>
    </message>
</context>
<context>
    <name>SeriesBar</name>
    <message>
        <source>Rows follow each other in time</source>
        <translation>Baris berurutan menurut waktu</translation>
    </message>
    <message>
        <source>From a window of past rows the network forecasts the next values of the target.</source>
        <translation>Dari jendela berisi baris-baris lampau, jaringan memprakirakan nilai target berikutnya.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Jaringan</translation>
    </message>
    <message>
        <source>What is drawn when the data are used, to be trained with Adam; one undo brings back what was.</source>
        <translation>Yang digambar saat data ini dipakai, untuk dilatih dengan Adam; sekali urungkan mengembalikan semuanya.</translation>
    </message>
</context>
<context>
    <name>SeriesView</name>
    <message>
        <source>Window {place} of {count}: steps {seen} are seen, {ahead} forecast</source>
        <translation>Jendela {place} dari {count}: titik waktu {seen} dilihat, {ahead} diprakirakan</translation>
    </message>
    <message>
        <source>The series with one window</source>
        <translation>Deret dengan satu jendela</translation>
    </message>
    <message>
        <source>Blue is what the network sees of the target, orange what it is to forecast. Press elsewhere, or use the arrow keys, to mark another window.</source>
        <translation>Biru adalah bagian target yang dilihat jaringan, jingga yang harus diprakirakannya. Klik di tempat lain, atau pakai tombol panah, untuk menandai jendela lain.</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>What varies too</source>
        <translation>Yang juga berbeda</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Take out variant {number}</source>
        <translation>Keluarkan varian {number}</translation>
    </message>
    <message>
        <source>Vary no longer</source>
        <translation>Tidak lagi dibedakan</translation>
    </message>
    <message>
        <source>Vary something more…</source>
        <translation>Bedakan hal lain…</translation>
    </message>
    <message>
        <source>Two to eight variants of the network train side by side, on the same samples in the same order and from the same initial weights. What shall differ between them?</source>
        <translation>Dua sampai delapan varian jaringan dilatih berdampingan, dengan sampel yang sama dalam urutan yang sama dan dari bobot awal yang sama. Apa yang dibuat berbeda?</translation>
    </message>
    <message>
        <source>The same for all: {epochs} epochs, and by the seed {seed} the split, the order of samples and the initial weights, wherever a weight has the same name, shape and initializer. Losses are compared without what regularizers add to them.</source>
        <translation>Sama untuk semua: {epochs} epoch, serta pembagian data, urutan sampel, dan bobot awal dari benih {seed}, asalkan nama, bentuk, dan inisialisasi bobotnya sama. Kerugian dibandingkan tanpa tambahan dari regularisasi.</translation>
    </message>
    <message>
        <source>The learning rate of all is {rate}.</source>
        <translation>Laju pembelajaran semuanya {rate}.</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>Tambah varian</translation>
    </message>
    <message>
        <source>Start the race</source>
        <translation>Mulai balapan</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>Yang divariasikan</translation>
    </message>
    <message>
        <source>Variant {number}: {what}</source>
        <translation>Varian {number}: {what}</translation>
    </message>
</context>
<context>
    <name>SeveralPage</name>
    <message>
        <source>{count} layers</source>
        <translation>{count} lapisan</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>Sambungan</translation>
    </message>
    <message>
        <source>Groups, notes, frames</source>
        <translation>Kelompok, catatan, bingkai</translation>
    </message>
    <message>
        <source>These layers have no settings in common.</source>
        <translation>Lapisan-lapisan ini tidak memiliki pengaturan yang sama.</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Use own weights</source>
        <translation>Pakai bobot sendiri</translation>
    </message>
</context>
<context>
    <name>SketchFunctionDialog</name>
    <message>
        <source>Sketch a function</source>
        <translation>Sketsa fungsi</translation>
    </message>
    <message>
        <source>Draw from left to right; what you draw again is replaced. The right button erases.</source>
        <translation>Gambarlah dari kiri ke kanan; yang digambar ulang akan diganti. Tombol kanan menghapus.</translation>
    </message>
    <message>
        <source>Draw with the mouse, or hold the space bar and go with the arrow keys.</source>
        <translation>Gambarlah dengan tetikus, atau tahan spasi dan bergeraklah dengan tombol panah.</translation>
    </message>
    <message>
        <source>&amp;Use this function</source>
        <translation>&amp;Gunakan fungsi ini</translation>
    </message>
    <message>
        <source>{count} samples along the curve</source>
        <translation>{count} sampel di sepanjang kurva</translation>
    </message>
    <message>
        <source>Draw a curve first.</source>
        <translation>Gambarlah kurva dahulu.</translation>
    </message>
</context>
<context>
    <name>Smoothing</name>
    <message>
        <source>Smoothing</source>
        <translation>Penghalusan</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
</context>
<context>
    <name>SpaceEditor</name>
    <message>
        <source>Vary</source>
        <translation>Variasikan</translation>
    </message>
    <message>
        <source>Let this setting vary too</source>
        <translation>Variasikan juga pengaturan ini</translation>
    </message>
    <message>
        <source>Setting that could vary</source>
        <translation>Pengaturan yang dapat divariasikan</translation>
    </message>
</context>
<context>
    <name>SpeedBox</name>
    <message>
        <source>Speed</source>
        <translation>Kecepatan</translation>
    </message>
</context>
<context>
    <name>Speeds</name>
    <message>
        <source>Full speed</source>
        <translation>Kecepatan penuh</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>1 langkah/dtk</translation>
    </message>
    <message>
        <source>1 step every {seconds} s</source>
        <translation>1 langkah/{seconds} dtk</translation>
    </message>
    <message>
        <source>{count} steps/s</source>
        <translation>{count} langkah/dtk</translation>
    </message>
</context>
<context>
    <name>Spot</name>
    <message>
        <source>{symbol} of {node}</source>
        <translation>{symbol} dari {node}</translation>
    </message>
    <message>
        <source>gradient {value}</source>
        <translation>gradien {value}</translation>
    </message>
    <message>
        <source>last update {value}</source>
        <translation>pembaruan terakhir {value}</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>gerbang masuk</translation>
    </message>
    <message>
        <source>forget gate</source>
        <translation>gerbang lupa</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>kandidat</translation>
    </message>
    <message>
        <source>output gate</source>
        <translation>gerbang keluar</translation>
    </message>
    <message>
        <source>update gate</source>
        <translation>gerbang perbarui</translation>
    </message>
    <message>
        <source>reset gate</source>
        <translation>gerbang reset</translation>
    </message>
    <message>
        <source>{gate}, unit {unit}</source>
        <translation>{gate}, unit {unit}</translation>
    </message>
    <message>
        <source>over the plane not finite everywhere</source>
        <translation>pada bidang data tidak berhingga di semua titik</translation>
    </message>
    <message>
        <source>over the plane from {low} at ({low_at}) to {high} at ({high_at})</source>
        <translation>pada bidang data dari {low} di ({low_at}) sampai {high} di ({high_at})</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Jaringan</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lapisan</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>Sambungan</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Select a layer to change it.</source>
        <translation>Pilih lapisan untuk mengubahnya.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Bentuk</translation>
    </message>
    <message>
        <source>Enters as input</source>
        <translation>Nomor masukan</translation>
    </message>
    <message>
        <source>Groups in it</source>
        <translation>Kelompok di dalamnya</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Masukan</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Keluaran</translation>
    </message>
    <message>
        <source>Several selected</source>
        <translation>Beberapa terpilih</translation>
    </message>
    <message>
        <source>Groups, notes, frames</source>
        <translation>Kelompok, catatan, bingkai</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Sampel</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Kerugian</translation>
    </message>
    <message>
        <source>The loss that training lowers, without class weights.</source>
        <translation>Kerugian yang diturunkan pelatihan, tanpa bobot kelas.</translation>
    </message>
    <message>
        <source>Loss (scaled)</source>
        <translation>Kerugian (berskala)</translation>
    </message>
    <message>
        <source>It is that of scaled targets; the other figures are in their own units.</source>
        <translation>Dihitung dari target berskala; angka lainnya dalam satuan aslinya.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriks konfusi</translation>
    </message>
    <message>
        <source>{part}: actual by predicted</source>
        <translation>{part}: sebenarnya terhadap prediksi</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>Summary of the network</source>
        <translation>Ringkasan jaringan</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Salin sebagai teks</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Salin sebagai CSV</translation>
    </message>
    <message>
        <source>{parameters} parameters: {trainable} trainable, {frozen} frozen. {work} multiply-adds a sample. Memory: {weights} of weights, {activations} of activations a sample.</source>
        <translation>{parameters} parameter: {trainable} dapat dilatih, {frozen} dibekukan. {work} kali-tambah per sampel. Memori: bobot {weights}, aktivasi {activations} per sampel.</translation>
    </message>
</context>
<context>
    <name>Sweep</name>
    <message>
        <source>done</source>
        <translation>selesai</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gagal</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>epoch {epoch} dari {epochs}</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>mulai</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>sekali lagi</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Percobaan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Kerugian validasi</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Akurasi validasi</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Kerugian latih</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>Akurasi latih</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Kerugian</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Akurasi</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Epoch terbaik</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Detik</translation>
    </message>
    <message>
        <source>on</source>
        <translation>nyala</translation>
    </message>
    <message>
        <source>off</source>
        <translation>mati</translation>
    </message>
</context>
<context>
    <name>SweepActions</name>
    <message>
        <source>Sweep: {done} of {count} trials</source>
        <translation>Pencarian: {done} dari {count} percobaan</translation>
    </message>
    <message>
        <source>Sweep ended: {done} of {count} trials</source>
        <translation>Pencarian berakhir: {done} dari {count} percobaan</translation>
    </message>
    <message>
        <source>Show the sweep</source>
        <translation>Tampilkan pencarian</translation>
    </message>
</context>
<context>
    <name>SweepChoice</name>
    <message>
        <source>no sweep yet</source>
        <translation>belum ada pencarian</translation>
    </message>
    <message>
        <source>Sweeps of this project</source>
        <translation>Pencarian pengaturan proyek ini</translation>
    </message>
    <message>
        <source>All sweeps…</source>
        <translation>Semua pencarian…</translation>
    </message>
    <message>
        <source>See the sweeps of all projects, and delete those that are needed no more</source>
        <translation>Lihat pencarian semua proyek, dan hapus yang tidak diperlukan lagi</translation>
    </message>
</context>
<context>
    <name>SweepPlan</name>
    <message>
        <source>Start the sweep</source>
        <translation>Mulai pencarian</translation>
    </message>
    <message>
        <source>Start the other {count}</source>
        <translation>Mulai {count} sisanya</translation>
    </message>
    <message>
        <source>The network cannot run yet. Solve its problems first.</source>
        <translation>Jaringan belum dapat berjalan. Selesaikan dulu masalahnya.</translation>
    </message>
    <message>
        <source>Train all trials in processes of their own (Ctrl+Enter)</source>
        <translation>Latih semua percobaan dalam proses tersendiri (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>1 trial of {epochs} epochs</source>
        <translation>1 percobaan dengan {epochs} epoch</translation>
    </message>
    <message>
        <source>{count} trials of {epochs} epochs</source>
        <translation>{count} percobaan dengan {epochs} epoch</translation>
    </message>
    <message>
        <source>None of them can run: {reason}</source>
        <translation>Tidak satu pun dapat berjalan: {reason}</translation>
    </message>
    <message>
        <source>{count} cannot run and would be left out, such as that of {values}: {reason}</source>
        <translation>{count} tidak dapat berjalan dan akan dilewati, misalnya dengan {values}: {reason}</translation>
    </message>
</context>
<context>
    <name>SweepProcess</name>
    <message>
        <source>its process was killed</source>
        <translation>prosesnya dimatikan</translation>
    </message>
</context>
<context>
    <name>SweepWindow</name>
    <message>
        <source>Ending…</source>
        <translation>Menghentikan…</translation>
    </message>
    <message>
        <source>{done} of {count} trials</source>
        <translation>{done} dari {count} percobaan</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} gagal</translation>
    </message>
    <message>
        <source>running</source>
        <translation>berjalan</translation>
    </message>
    <message>
        <source>The sweep has ended: {reason} What is done is kept; Resume makes the rest.</source>
        <translation>Pencarian berhenti: {reason} Yang sudah selesai tetap tersimpan; Lanjutkan menjalankan sisanya.</translation>
    </message>
    <message>
        <source>The sweep is done: {best}</source>
        <translation>Pencarian selesai: {best}</translation>
    </message>
    <message>
        <source>{count} killed, tried once more</source>
        <translation>{count} dimatikan, dicoba sekali lagi</translation>
    </message>
    <message>
        <source>best {measure} {value} in trial {number}</source>
        <translation>{measure} terbaik {value} pada percobaan {number}</translation>
    </message>
    <message>
        <source>Sweep over settings</source>
        <translation>Cari pengaturan terbaik</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Pencarian pengaturan</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>Yang divariasikan</translation>
    </message>
    <message>
        <source>How it is searched</source>
        <translation>Cara mencari</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>Tempat berjalan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>End the sweep; what is done stays</source>
        <translation>Hentikan pencarian; yang sudah selesai tetap tersimpan</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Make the trials that are still missing</source>
        <translation>Jalankan percobaan yang masih kurang</translation>
    </message>
</context>
<context>
    <name>TableActions</name>
    <message>
        <source>Tables</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>Impor tabel</translation>
    </message>
</context>
<context>
    <name>TableAssistant</name>
    <message>
        <source>Reading…</source>
        <translation>Membaca…</translation>
    </message>
    <message>
        <source>The file was not read to its end.</source>
        <translation>Berkas belum dibaca sampai selesai.</translation>
    </message>
    <message>
        <source>Looking at all rows…</source>
        <translation>Memeriksa semua baris…</translation>
    </message>
    <message>
        <source>{rows} rows read</source>
        <translation>{rows} baris dibaca</translation>
    </message>
    <message>
        <source>Edit columns</source>
        <translation>Sunting kolom</translation>
    </message>
    <message>
        <source>Import table</source>
        <translation>Impor tabel</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Pilih berkas lain…</translation>
    </message>
    <message>
        <source>Share of the file that is read</source>
        <translation>Bagian berkas yang sudah dibaca</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Baris-baris pertama tabel</translation>
    </message>
    <message>
        <source>Left and right choose a column, with Shift several; Tab goes on to its role.</source>
        <translation>Panah kiri dan kanan memilih kolom, dengan Shift beberapa sekaligus; Tab menuju perannya.</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Berhenti membaca</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Baca lagi</translation>
    </message>
    <message>
        <source>Use these data</source>
        <translation>Gunakan data ini</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} kolom</translation>
    </message>
</context>
<context>
    <name>TableImport</name>
    <message>
        <source>Feature</source>
        <translation>Fitur</translation>
    </message>
    <message>
        <source>The network is given it.</source>
        <translation>Diberikan kepada jaringan.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>The network should answer it. Select several columns of numbers for several targets.</source>
        <translation>Yang harus dijawab jaringan. Pilih beberapa kolom bilangan untuk beberapa target.</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Abaikan</translation>
    </message>
    <message>
        <source>It is left out.</source>
        <translation>Tidak dipakai.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>It says of each row: training, validation or test.</source>
        <translation>Menentukan setiap baris: pelatihan, validasi, atau pengujian.</translation>
    </message>
    <message>
        <source>The network sees its past.</source>
        <translation>Jaringan melihat masa lalunya.</translation>
    </message>
    <message>
        <source>The network sees its past and forecasts what comes next.</source>
        <translation>Jaringan melihat masa lalunya dan memprakirakan kelanjutannya.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>It says when each row was, and puts the rows in order.</source>
        <translation>Menyatakan kapan setiap baris terjadi, dan mengurutkan baris-baris.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Bilangan</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Must be there</source>
        <translation>Harus ada</translation>
    </message>
    <message>
        <source>Where a value is missing, the series is not taken.</source>
        <translation>Bila ada nilai yang hilang, deret tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>Value before</source>
        <translation>Nilai sebelumnya</translation>
    </message>
    <message>
        <source>Takes its place; nothing that comes later is used.</source>
        <translation>Menggantikannya; tidak ada nilai sesudahnya yang dipakai.</translation>
    </message>
    <message>
        <source>Takes its place; it is learnt from the training samples.</source>
        <translation>Mengisi tempatnya; dihitung dari sampel pelatihan.</translation>
    </message>
    <message>
        <source>Leave out the row</source>
        <translation>Lewati barisnya</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Rata-rata</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Most frequent value</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>One-hot</source>
        <translation>One-hot</translation>
    </message>
    <message>
        <source>An input for each category, of which one is 1.</source>
        <translation>Satu masukan untuk tiap kategori; satu di antaranya bernilai 1.</translation>
    </message>
    <message>
        <source>Ordinal</source>
        <translation>Ordinal</translation>
    </message>
    <message>
        <source>One input with the number of the category in their order.</source>
        <translation>Satu masukan berisi nomor urut kategorinya.</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>Banyaknya hari</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>An input for each month, of which one is 1.</source>
        <translation>Satu masukan untuk setiap bulan, salah satunya bernilai 1.</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Hari dalam minggu</translation>
    </message>
    <message>
        <source>An input for each day of the week, of which one is 1.</source>
        <translation>Satu masukan untuk setiap hari dalam minggu, salah satunya bernilai 1.</translation>
    </message>
    <message>
        <source>The one that is drawn</source>
        <translation>Yang sudah digambar</translation>
    </message>
    <message>
        <source>Dense over the window</source>
        <translation>Dense atas jendela</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Koma  ,</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Titik koma  ;</translation>
    </message>
    <message>
        <source>Point  .</source>
        <translation>Titik  .</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Garis tegak  |</translation>
    </message>
    <message>
        <source>Apostrophe  &apos;</source>
        <translation>Apostrof  &apos;</translation>
    </message>
    <message>
        <source>1 row ({first})</source>
        <translation>1 baris ({first})</translation>
    </message>
    <message>
        <source>{count} rows ({first})</source>
        <translation>{count} baris ({first})</translation>
    </message>
    <message>
        <source>{column} is ignored. {reason}</source>
        <translation>{column} diabaikan. {reason}</translation>
    </message>
    <message>
        <source>Its texts are not kept in the project.</source>
        <translation>Teks-teksnya tidak disimpan di dalam proyek.</translation>
    </message>
    <message>
        <source>{count} different texts, such as {texts}.</source>
        <translation>{count} teks berbeda, misalnya {texts}.</translation>
    </message>
    <message>
        <source>{count} different texts: {texts}.</source>
        <translation>{count} teks berbeda: {texts}.</translation>
    </message>
    <message>
        <source>All are dates, from {first} to {last}.</source>
        <translation>Semuanya tanggal, dari {first} sampai {last}.</translation>
    </message>
    <message>
        <source>All are numbers, from {low} to {high}.</source>
        <translation>Semuanya bilangan, dari {low} sampai {high}.</translation>
    </message>
    <message>
        <source>{count} of {rows} are missing.</source>
        <translation>{count} dari {rows} nilai hilang.</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>A word, a number, or a comparison such as {example}</source>
        <translation>Kata, angka, atau perbandingan seperti {example}</translation>
    </message>
    <message>
        <source>{shown} of {count} samples</source>
        <translation>{shown} dari {count} sampel</translation>
    </message>
    <message>
        <source>{count} samples</source>
        <translation>{count} sampel</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 sampel</translation>
    </message>
    <message>
        <source>At most {most} rows; choose fewer.</source>
        <translation>Paling banyak {most} baris; pilih lebih sedikit.</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Salin baris</translation>
    </message>
    <message>
        <source>Sort by {column}, smallest first</source>
        <translation>Urutkan menurut {column}, terkecil dahulu</translation>
    </message>
    <message>
        <source>Sort by {column}, largest first</source>
        <translation>Urutkan menurut {column}, terbesar dahulu</translation>
    </message>
    <message>
        <source>Do not sort</source>
        <translation>Jangan urutkan</translation>
    </message>
    <message>
        <source>{count} rows are on the clipboard.</source>
        <translation>{count} baris ada di papan klip.</translation>
    </message>
    <message>
        <source>The first {count} of the selected rows are on the clipboard.</source>
        <translation>{count} baris pertama dari yang dipilih ada di papan klip.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Show only rows with</source>
        <translation>Tampilkan hanya baris dengan</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>Semua sampel</translation>
    </message>
</context>
<context>
    <name>TemplateActions</name>
    <message>
        <source>The layers of {template} are in the drawing. The data and the training stay as they are.</source>
        <translation>Lapisan-lapisan {template} kini ada di diagram. Data dan pelatihan tetap seperti semula.</translation>
    </message>
    <message>
        <source>Its ends were left out: the drawing has its own.</source>
        <translation>Ujung-ujungnya tidak disertakan karena diagram sudah memilikinya.</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Once there is a run, this leads back to its moments</source>
        <translation>Setelah ada pelatihan, penggeser ini membawa kembali ke momen-momennya</translation>
    </message>
    <message>
        <source>now</source>
        <translation>sekarang</translation>
    </message>
    <message>
        <source>{count} moments of this run are kept, in {size} MB; those of all runs take {most} MB at most. Drag to look back: everything shows that moment, and Run goes on from there as another run.</source>
        <translation>{count} momen dari pelatihan ini disimpan, {size} MB; momen semua pelatihan memakai paling banyak {most} MB. Geser untuk melihat ke belakang: semuanya menampilkan momen itu, dan Jalankan melanjutkannya sebagai pelatihan lain.</translation>
    </message>
    <message>
        <source>epoch {epoch} · step {step}</source>
        <translation>epoch {epoch} · langkah {step}</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Berhenti</translation>
    </message>
    <message>
        <source>Play the run again</source>
        <translation>Putar ulang pelatihan</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>Back to where the run stands</source>
        <translation>Kembali ke posisi pelatihan saat ini</translation>
    </message>
    <message>
        <source>Moments of the run</source>
        <translation>Momen pelatihan</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Detach this panel, or attach it again</source>
        <translation>Lepaskan panel ini, atau pasang kembali</translation>
    </message>
    <message>
        <source>Close this panel; View &gt; Panels opens it again</source>
        <translation>Tutup panel ini; buka lagi dari Tampilan &gt; Panel</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Run</source>
        <translation>Jalankan</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Step batch</source>
        <translation>Satu batch</translation>
    </message>
    <message>
        <source>Step epoch</source>
        <translation>Satu epoch</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Atur ulang</translation>
    </message>
    <message>
        <source>Train until the last epoch (Space)</source>
        <translation>Latih sampai epoch terakhir (Spasi)</translation>
    </message>
    <message>
        <source>Stand still after this batch (Space)</source>
        <translation>Jeda setelah batch ini (Spasi)</translation>
    </message>
    <message>
        <source>End this run; the weights stay as they are (Shift+Space)</source>
        <translation>Akhiri pelatihan; bobot tidak berubah (Shift+Spasi)</translation>
    </message>
    <message>
        <source>Train on one batch (Ctrl+B)</source>
        <translation>Latih dengan satu batch (Ctrl+B)</translation>
    </message>
    <message>
        <source>Train to the end of the epoch (Ctrl+Shift+B)</source>
        <translation>Latih sampai akhir epoch (Ctrl+Shift+B)</translation>
    </message>
    <message>
        <source>Back to the same initial weights (Ctrl+R)</source>
        <translation>Kembali ke bobot awal yang sama (Ctrl+R)</translation>
    </message>
    <message>
        <source>Draw new initial weights, from another seed (Ctrl+Shift+R)</source>
        <translation>Undi bobot awal baru dengan benih acak lain (Ctrl+Shift+R)</translation>
    </message>
    <message>
        <source>New initial weights</source>
        <translation>Bobot awal baru</translation>
    </message>
    <message>
        <source>Run until a goal is reached (Ctrl+Shift+U)</source>
        <translation>Jalankan sampai tujuan tercapai (Ctrl+Shift+U)</translation>
    </message>
    <message>
        <source>Begin a new run with the same, new or present weights</source>
        <translation>Mulai pelatihan baru dengan bobot awal yang sama, bobot baru, atau bobot sekarang</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Tanpa judul</translation>
    </message>
    <message>
        <source>It runs as soon as the data are loaded; press to call that off (Space)</source>
        <translation>Berjalan begitu data selesai dimuat; tekan untuk membatalkannya (Spasi)</translation>
    </message>
    <message>
        <source>first step…</source>
        <translation>langkah pertama…</translation>
    </message>
    <message>
        <source>changed, ready for a new run</source>
        <translation>diubah, siap untuk pelatihan baru</translation>
    </message>
    <message>
        <source>best, epoch {epoch}</source>
        <translation>terbaik, epoch {epoch}</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>epoch {epoch}</translation>
    </message>
    <message>
        <source>goal reached</source>
        <translation>tujuan tercapai</translation>
    </message>
    <message>
        <source>goal not reached</source>
        <translation>tujuan tak tercapai</translation>
    </message>
    <message>
        <source>{count} more to come</source>
        <translation>{count} lagi menyusul</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>langkah {step}</translation>
    </message>
    <message>
        <source>batch loss {loss}</source>
        <translation>kerugian batch {loss}</translation>
    </message>
    <message>
        <source>no data: see Data</source>
        <translation>tidak ada data: lihat Data</translation>
    </message>
    <message>
        <source>loading data, then it runs…</source>
        <translation>memuat data, lalu berjalan…</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>kerugian {loss}</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>{rate}/dtk</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>sisa {time}</translation>
    </message>
    <message>
        <source>not ready: see Problems</source>
        <translation>belum siap: lihat Masalah</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>loading data…</source>
        <translation>memuat data…</translation>
    </message>
</context>
<context>
    <name>Track</name>
    <message>
        <source>best</source>
        <translation>terbaik</translation>
    </message>
    <message>
        <source>in front</source>
        <translation>terdepan</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Speed</source>
        <translation>Kecepatan</translation>
    </message>
    <message>
        <source>How many steps a run makes in a second; slow runs let every step be seen.</source>
        <translation>Banyaknya langkah pelatihan per detik; pelatihan yang lambat membuat setiap langkah terlihat.</translation>
    </message>
    <message>
        <source>Learning rate now</source>
        <translation>Laju pembelajaran kini</translation>
    </message>
    <message>
        <source>What the schedule makes of the learning rate at this step.</source>
        <translation>Laju pembelajaran menurut jadwal pada langkah ini.</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>{part}, no. {number}, altered</source>
        <translation>{part}, no. {number}, diubah</translation>
    </message>
    <message>
        <source>{part}, no. {number}: {actual}</source>
        <translation>{part}, no. {number}: {actual}</translation>
    </message>
    <message>
        <source>Try one</source>
        <translation>Coba</translation>
    </message>
    <message>
        <source>Erase with the left button, too</source>
        <translation>Menghapus juga dengan tombol kiri</translation>
    </message>
    <message>
        <source>An empty pad</source>
        <translation>Bidang gambar kosong</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>The next sample of the data</source>
        <translation>Sampel data berikutnya</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Rata-rata</translation>
    </message>
    <message>
        <source>The mean of all training samples</source>
        <translation>Rata-rata semua sampel pelatihan</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Penghapus</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Take back the last stroke (Ctrl+Z on the pad)</source>
        <translation>Batalkan goresan terakhir (Ctrl+Z di bidang gambar)</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>Di tengah</translation>
    </message>
    <message>
        <source>Bring what is drawn to the size and place that the data have, before the network sees it</source>
        <translation>Bawa gambar ke ukuran dan letak seperti pada data sebelum jaringan melihatnya</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>Bidang gambar</translation>
    </message>
    <message>
        <source>Draw with the left button, erase with the right one. Keyboard: arrows choose a pixel, Space fills it, Backspace empties it, Ctrl+Z undoes.</source>
        <translation>Gambar dengan tombol kiri, hapus dengan tombol kanan. Papan tik: panah memilih piksel, Spasi mengisinya, Backspace mengosongkannya, Ctrl+Z mengurungkan.</translation>
    </message>
    <message>
        <source>What the network says</source>
        <translation>Jawaban jaringan</translation>
    </message>
</context>
<context>
    <name>TrialTable</name>
    <message>
        <source>Trials</source>
        <translation>Percobaan</translation>
    </message>
    <message>
        <source>Choose what varies, and start. Every trial becomes a row here, the best with a star.</source>
        <translation>Pilih yang divariasikan, lalu mulai. Setiap percobaan menjadi satu baris di sini, yang terbaik berbintang.</translation>
    </message>
    <message>
        <source>Open the best</source>
        <translation>Buka yang terbaik</translation>
    </message>
    <message>
        <source>Put the best trial&apos;s settings and weights into the project, as one step</source>
        <translation>Masukkan pengaturan dan bobot percobaan terbaik ke proyek, sebagai satu langkah</translation>
    </message>
    <message>
        <source>Open this one</source>
        <translation>Buka yang ini</translation>
    </message>
    <message>
        <source>Put the selected trial&apos;s settings and weights into the project (Enter)</source>
        <translation>Masukkan pengaturan dan bobot percobaan terpilih ke proyek (Enter)</translation>
    </message>
    <message>
        <source>Click to sort, or press S in a column</source>
        <translation>Klik untuk mengurutkan, atau tekan S pada suatu kolom</translation>
    </message>
</context>
<context>
    <name>VariedRow</name>
    <message>
        <source>Do not vary it</source>
        <translation>Jangan divariasikan</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>No problems in the drawing</source>
        <translation>Tidak ada masalah pada diagram</translation>
    </message>
    <message>
        <source>Coach: {count} to consider</source>
        <translation>Mentor: {count} perlu dipertimbangkan</translation>
    </message>
    <message>
        <source>To the list of problems</source>
        <translation>Ke daftar masalah</translation>
    </message>
    <message>
        <source>To the coach, who says what goes wrong in the run and what to try</source>
        <translation>Ke mentor, yang memberi tahu apa yang salah dalam pelatihan dan apa yang bisa dicoba</translation>
    </message>
</context>
<context>
    <name>WeightChoice</name>
    <message>
        <source>Weight along x</source>
        <translation>Bobot pada sumbu x</translation>
    </message>
    <message>
        <source>Weight along y</source>
        <translation>Bobot pada sumbu y</translation>
    </message>
</context>
<context>
    <name>WeightImagesPlot</name>
    <message>
        <source>There are no gradients before the first step.</source>
        <translation>Belum ada gradien sebelum langkah pertama.</translation>
    </message>
    <message>
        <source>Since the initial weights of this seed</source>
        <translation>Sejak bobot awal benih ini</translation>
    </message>
    <message>
        <source>The weights appear here once the network is ready to run.</source>
        <translation>Bobot tampil di sini begitu jaringan siap dijalankan.</translation>
    </message>
    <message>
        <source>No layer of this network has a matrix of weights.</source>
        <translation>Tidak ada lapisan jaringan ini yang punya matriks bobot.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradien</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>How far the weights have come from where this seed began</source>
        <translation>Seberapa jauh bobot beranjak dari awal benih ini</translation>
    </message>
    <message>
        <source>As pictures</source>
        <translation>Sebagai gambar</translation>
    </message>
    <message>
        <source>Shows the weights of each unit where they meet the pixels of a picture</source>
        <translation>Menunjukkan bobot setiap unit pada piksel gambar yang ditemuinya</translation>
    </message>
    <message>
        <source>Weights as pictures</source>
        <translation>Bobot sebagai gambar</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lapisan</translation>
    </message>
</context>
<context>
    <name>WeightsPlot</name>
    <message>
        <source>All layers</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>This network has no layer that learns, so it has no weights.</source>
        <translation>Jaringan ini tidak punya lapisan yang belajar, jadi tidak punya bobot.</translation>
    </message>
    <message>
        <source>The weights appear here once the network is ready to run.</source>
        <translation>Bobot tampil di sini begitu jaringan siap dijalankan.</translation>
    </message>
    <message>
        <source>{low} to {high}: {count}</source>
        <translation>{low} sampai {high}: {count}</translation>
    </message>
    <message>
        <source>one weight in {stride}</source>
        <translation>satu dari {stride} bobot</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lapisan</translation>
    </message>
</context>
<context>
    <name>WeightsRow</name>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>Layers that share weights have the same settings: a change of one changes all.</source>
        <translation>Lapisan yang berbagi bobot memiliki pengaturan yang sama: mengubah satu berarti mengubah semuanya.</translation>
    </message>
    <message>
        <source>of {node}</source>
        <translation>milik {node}</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>sendiri</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Terakhir dibuka</translation>
    </message>
    <message>
        <source>Show on &amp;weights</source>
        <translation>Tampilkan pada b&amp;obot</translation>
    </message>
    <message>
        <source>Fill n&amp;eurons with</source>
        <translation>Isi n&amp;euron dengan</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>Pane&amp;l</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Ba&amp;hasa</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Ikuti sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Belum ada</translation>
    </message>
</context>
<context>
    <name>_Numbers</name>
    <message>
        <source>How it varies</source>
        <translation>Cara divariasikan</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Nilai-nilai</translation>
    </message>
    <message>
        <source>Values with commas between them</source>
        <translation>Nilai-nilai yang dipisahkan koma</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Points of a grid</source>
        <translation>Titik pada kisi</translation>
    </message>
    <message>
        <source>values</source>
        <translation>nilai</translation>
    </message>
    <message>
        <source>range</source>
        <translation>rentang</translation>
    </message>
    <message>
        <source>log range</source>
        <translation>rentang log</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>1,797 handwritten digits as pictures of 8×8 grey values.</source>
        <translation>1797 angka tulisan tangan berupa gambar 8×8 nilai keabuan.</translation>
    </message>
    <message>
        <source>150 flowers of three species, each with four lengths and widths.</source>
        <translation>150 bunga dari tiga spesies, masing-masing dengan empat ukuran panjang dan lebar.</translation>
    </message>
    <message>
        <source>178 wines from three growers, each with thirteen chemical measures.</source>
        <translation>178 sampel wine dari tiga produsen, masing-masing dengan tiga belas ukuran kimia.</translation>
    </message>
    <message>
        <source>569 tumours, malignant or benign, each with thirty measures of its cells.</source>
        <translation>569 tumor, ganas atau jinak, masing-masing dengan tiga puluh ukuran selnya.</translation>
    </message>
    <message>
        <source>A connection is not described as it should be: {entry}</source>
        <translation>Ada sambungan yang penulisannya tidak sesuai: {entry}</translation>
    </message>
    <message>
        <source>A graph needs a list of nodes and a list of edges.</source>
        <translation>Sebuah graf memerlukan daftar simpul (nodes) dan daftar sambungan (edges).</translation>
    </message>
    <message>
        <source>A group of named values is needed. Received: {value}.</source>
        <translation>Diperlukan sekumpulan nilai yang bernama. Diterima: {value}.</translation>
    </message>
    <message>
        <source>A layer cannot feed itself.</source>
        <translation>Lapisan tidak dapat memberi masukan kepada dirinya sendiri.</translation>
    </message>
    <message>
        <source>A layer is not described as it should be: {entry}</source>
        <translation>Ada lapisan yang penulisannya tidak sesuai: {entry}</translation>
    </message>
    <message>
        <source>A loss needs at least one sample.</source>
        <translation>Kerugian memerlukan minimal satu sampel.</translation>
    </message>
    <message>
        <source>A network computes in float32 or float64. Received: {dtype}.</source>
        <translation>Jaringan menghitung dalam float32 atau float64. Diterima: {dtype}.</translation>
    </message>
    <message>
        <source>A network of {count} weights needs more memory than there is.</source>
        <translation>Jaringan dengan {count} bobot memerlukan memori lebih banyak daripada yang tersedia.</translation>
    </message>
    <message>
        <source>A project&apos;s name ends in {suffix}. Received: {path}.</source>
        <translation>Nama proyek berakhiran {suffix}. Diterima: {path}.</translation>
    </message>
    <message>
        <source>A small circle inside a large one.</source>
        <translation>Lingkaran kecil di dalam lingkaran besar.</translation>
    </message>
    <message>
        <source>A small network learns to tell two half circles apart. Press Run and watch the boundary bend.</source>
        <translation>Jaringan kecil belajar membedakan dua setengah lingkaran. Tekan Jalankan dan saksikan batas keputusannya melengkung.</translation>
    </message>
    <message>
        <source>A step straight down the gradient, with momentum if wished.</source>
        <translation>Langkah langsung menuruni gradien, bila perlu dengan momentum.</translation>
    </message>
    <message>
        <source>A text is needed. Received: {value}.</source>
        <translation>Diperlukan teks. Diterima: {value}.</translation>
    </message>
    <message>
        <source>A validation share of {share} leaves no sample to train on. Choose a smaller one.</source>
        <translation>Porsi validasi {share} tidak menyisakan sampel untuk pelatihan. Pilih porsi yang lebih kecil.</translation>
    </message>
    <message>
        <source>A yes-or-no question of medicine: is a tumour malignant or benign, judged by thirty measures of its cells?</source>
        <translation>Pertanyaan ya atau tidak dari dunia kedokteran: ganas atau jinakkah sebuah tumor, dinilai dari tiga puluh ukuran selnya?</translation>
    </message>
    <message>
        <source>AND gate</source>
        <translation>Gerbang AND</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivasi</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Adds a learned constant to each sum.</source>
        <translation>Menambahkan konstanta yang dipelajari pada setiap jumlah.</translation>
    </message>
    <message>
        <source>Adds inputs of one shape number by number; the joint of a skip connection.</source>
        <translation>Menjumlahkan masukan berbentuk sama, bilangan demi bilangan; titik temu sambungan lompat.</translation>
    </message>
    <message>
        <source>All inputs and targets need the same number of samples. Received: {counts}.</source>
        <translation>Semua masukan dan target harus memiliki jumlah sampel yang sama. Diterima: {counts}.</translation>
    </message>
    <message>
        <source>An LSTM reads each picture as a sequence of eight rows, from top to bottom, and names the digit at the end.</source>
        <translation>LSTM membaca setiap gambar sebagai urutan delapan baris, dari atas ke bawah, lalu menyebutkan angkanya di akhir.</translation>
    </message>
    <message>
        <source>Applies a function to every number; between linear layers it lets the network bend.</source>
        <translation>Menerapkan sebuah fungsi pada setiap bilangan; di antara lapisan linear, fungsi ini membuat jaringan dapat melengkung.</translation>
    </message>
    <message>
        <source>As pictures</source>
        <translation>Sebagai gambar</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Rata-rata</translation>
    </message>
    <message>
        <source>Average pooling 1D</source>
        <translation>Pooling rata-rata 1D</translation>
    </message>
    <message>
        <source>Average pooling 2D</source>
        <translation>Pooling rata-rata 2D</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Ukuran batch</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Bias initializer</source>
        <translation>Inisialisasi bias</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>Entropi silang biner</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>Kanker payudara</translation>
    </message>
    <message>
        <source>Brings inputs of different units to one size; learnt from training samples.</source>
        <translation>Menyamakan skala masukan yang satuannya berbeda; dipelajari dari data latih.</translation>
    </message>
    <message>
        <source>Categorical cross-entropy</source>
        <translation>Entropi silang kategoris</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>Concatenate</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Konvolusi</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Inti</translation>
    </message>
    <message>
        <source>Cuts off what is below 0; fast, and its gradient does not fade.</source>
        <translation>Memotong nilai di bawah 0; cepat, dan gradiennya tidak memudar.</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>Benih acak data</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>Depthwise conv 2D</source>
        <translation>Konv. depthwise 2D</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Drawn from a normal distribution around 0.</source>
        <translation>Diambil acak dari distribusi normal di sekitar 0.</translation>
    </message>
    <message>
        <source>Draws a new order of the samples for every epoch.</source>
        <translation>Mengacak ulang urutan sampel pada setiap epoch.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Each parameter has its own step size, from the mean and the variance of its gradients.</source>
        <translation>Setiap parameter memiliki ukuran langkah sendiri, dari rata-rata dan variansi gradiennya.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoch</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Every unit sees every input: a weighted sum, a bias and an activation.</source>
        <translation>Setiap unit menerima semua masukan: jumlah berbobot, bias, dan fungsi aktivasi.</translation>
    </message>
    <message>
        <source>Every value is 0. Good for biases; as weights it leaves all units of a layer alike.</source>
        <translation>Semua nilai 0. Cocok untuk bias; sebagai bobot, semua unit dalam satu lapisan tetap sama.</translation>
    </message>
    <message>
        <source>Fisher&apos;s flowers of 1936: three species, told apart by four lengths and widths.</source>
        <translation>Bunga Fisher dari tahun 1936: tiga spesies, dibedakan dari empat ukuran panjang dan lebar.</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Flatten</translation>
    </message>
    <message>
        <source>Four clouds at the corners of a square; opposite corners belong together.</source>
        <translation>Empat awan titik di sudut persegi; sudut yang berseberangan termasuk kelas yang sama.</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fungsi</translation>
    </message>
    <message>
        <source>Gaussian blobs</source>
        <translation>Awan Gauss</translation>
    </message>
    <message>
        <source>Glorot normal</source>
        <translation>Glorot normal</translation>
    </message>
    <message>
        <source>Glorot uniform</source>
        <translation>Glorot seragam</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>Angka tulisan tangan</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He normal</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He seragam</translation>
    </message>
    <message>
        <source>How long the divisor grows by the decay; none: the run. It grows on beyond.</source>
        <translation>Lama pembagi bertambah sebesar peluruhan; tidak ada: sepanjang pelatihan. Sesudahnya pembagi terus bertambah.</translation>
    </message>
    <message>
        <source>How long the first way down is; none: the run, beyond which it begins anew.</source>
        <translation>Lama penurunan pertama; tidak ada: sepanjang pelatihan, dan sesudahnya dimulai lagi.</translation>
    </message>
    <message>
        <source>How long the rate takes to become the full one, which it stays; none: the run.</source>
        <translation>Lama laju naik sampai laju penuh, dan tetap demikian; tidak ada: sepanjang pelatihan.</translation>
    </message>
    <message>
        <source>How long the rate takes to reach 0; none: the run, beyond which it begins anew.</source>
        <translation>Lama laju turun sampai 0; tidak ada: sepanjang pelatihan, dan sesudahnya dimulai lagi.</translation>
    </message>
    <message>
        <source>How long the way down is; none: the run, beyond which it begins anew.</source>
        <translation>Lama penurunan; tidak ada: sepanjang pelatihan, dan sesudahnya dimulai lagi.</translation>
    </message>
    <message>
        <source>How long the whole cycle is; none: the run, beyond which it begins anew.</source>
        <translation>Lama seluruh siklus; tidak ada: sepanjang pelatihan, dan sesudahnya dimulai lagi.</translation>
    </message>
    <message>
        <source>How much of the last step is kept.</source>
        <translation>Seberapa besar langkah sebelumnya dipertahankan.</translation>
    </message>
    <message>
        <source>How much the samples of each class count in the loss of training; held-out samples all count the same.</source>
        <translation>Seberapa besar pengaruh sampel setiap kelas dalam kerugian pelatihan; semua sampel validasi sama bobotnya.</translation>
    </message>
    <message>
        <source>How much this output counts beside others.</source>
        <translation>Seberapa besar pengaruh keluaran ini dibandingkan yang lain.</translation>
    </message>
    <message>
        <source>How often all samples are seen.</source>
        <translation>Berapa kali semua sampel dilalui.</translation>
    </message>
    <message>
        <source>How often an arm goes round.</source>
        <translation>Berapa kali setiap lengan berputar.</translation>
    </message>
    <message>
        <source>How surprised the network is by the right class; with a softmax output and one-hot targets.</source>
        <translation>Seberapa terkejut jaringan oleh kelas yang benar; dengan keluaran softmax dan target one-hot.</translation>
    </message>
    <message>
        <source>How surprised the network is by yes-or-no answers; with sigmoid outputs.</source>
        <translation>Seberapa terkejut jaringan oleh jawaban ya atau tidak; dengan keluaran sigmoid.</translation>
    </message>
    <message>
        <source>How the biases begin.</source>
        <translation>Nilai awal bias.</translation>
    </message>
    <message>
        <source>How the weights begin.</source>
        <translation>Nilai awal bobot.</translation>
    </message>
    <message>
        <source>How weights follow their gradients.</source>
        <translation>Cara bobot mengikuti gradiennya.</translation>
    </message>
    <message>
        <source>Inner radius</source>
        <translation>Jari-jari dalam</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Input</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Masukan</translation>
    </message>
    <message>
        <source>Inputs and targets need the same number of samples, at least one. Received: {counts}.</source>
        <translation>Masukan dan target harus memiliki jumlah sampel yang sama, minimal satu. Diterima: {counts}.</translation>
    </message>
    <message>
        <source>Insert {kind}</source>
        <translation>Sisipkan {kind}</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>Iris</translation>
    </message>
    <message>
        <source>Keeps the division finite.</source>
        <translation>Menjaga agar hasil pembagian berhingga.</translation>
    </message>
    <message>
        <source>Keeps the shape 8×8×1, for convolutions; otherwise 64 numbers in a row.</source>
        <translation>Mempertahankan bentuk 8×8×1 untuk konvolusi; jika tidak, 64 bilangan dalam satu baris.</translation>
    </message>
    <message>
        <source>Keeps the variance of signals and gradients alike from layer to layer; made for tanh and sigmoid.</source>
        <translation>Menjaga variansi sinyal dan gradien tetap setara antarlapisan; dibuat untuk tanh dan sigmoid.</translation>
    </message>
    <message>
        <source>Layer {node}: {reason}</source>
        <translation>Lapisan {node}: {reason}</translation>
    </message>
    <message>
        <source>Lays a picture or a sequence out as one row of numbers.</source>
        <translation>Membentangkan gambar atau urutan menjadi satu baris bilangan.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Laju pembelajaran</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Looks ahead along the momentum.</source>
        <translation>Melihat ke depan searah momentum.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Fungsi kerugian</translation>
    </message>
    <message>
        <source>Loss target</source>
        <translation>Target kerugian</translation>
    </message>
    <message>
        <source>Loss weight</source>
        <translation>Bobot kerugian</translation>
    </message>
    <message>
        <source>Makes up for the half of the signal that ReLU cuts off.</source>
        <translation>Mengimbangi separuh sinyal yang dipotong oleh ReLU.</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Galat kuadrat rata-rata</translation>
    </message>
    <message>
        <source>Mean squared logarithmic error needs targets above -1. Received {value} in row {row}.</source>
        <translation>Galat logaritmik kuadrat rata-rata memerlukan target di atas -1. Diterima: {value} di baris {row}.</translation>
    </message>
    <message>
        <source>Memory of the mean gradient.</source>
        <translation>Ingatan atas rata-rata gradien.</translation>
    </message>
    <message>
        <source>Memory of the squared gradient.</source>
        <translation>Ingatan atas kuadrat gradien.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Penggabungan</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>No export has the suffix of {path}. Use one of: {suffixes}.</source>
        <translation>Tidak ada format ekspor dengan akhiran seperti {path}. Gunakan salah satu: {suffixes}.</translation>
    </message>
    <message>
        <source>No step grows beyond this, before a changed rate scales it.</source>
        <translation>Sebelum diskalakan oleh laju yang berubah, tidak ada langkah yang membesar melebihi nilai ini.</translation>
    </message>
    <message>
        <source>No step shrinks below this, before a changed rate scales it.</source>
        <translation>Sebelum diskalakan oleh laju yang berubah, tidak ada langkah yang mengecil di bawah nilai ini.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Derau</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>Array NumPy</translation>
    </message>
    <message>
        <source>Number of clouds.</source>
        <translation>Jumlah awan titik.</translation>
    </message>
    <message>
        <source>Number of neurons.</source>
        <translation>Jumlah neuron.</translation>
    </message>
    <message>
        <source>Number of points.</source>
        <translation>Jumlah titik.</translation>
    </message>
    <message>
        <source>OR gate</source>
        <translation>Gerbang OR</translation>
    </message>
    <message>
        <source>One circle inside the other. The hidden units draw lines that close into a ring.</source>
        <translation>Satu lingkaran di dalam yang lain. Unit tersembunyi menarik garis-garis yang menutup menjadi cincin.</translation>
    </message>
    <message>
        <source>Only data with one input can be prepared.</source>
        <translation>Hanya data dengan satu masukan yang dapat disiapkan.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Pengoptimal</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>Passes the sum on unchanged; for regression outputs.</source>
        <translation>Meneruskan jumlah tanpa perubahan; untuk keluaran regresi.</translation>
    </message>
    <message>
        <source>Pictures of 8×8 grey values, read by 64 inputs, 32 hidden units and 10 outputs.</source>
        <translation>Gambar 8×8 nilai keabuan, dibaca oleh 64 masukan, 32 unit tersembunyi, dan 10 keluaran.</translation>
    </message>
    <message>
        <source>Points on a sine curve, for regression: one input, one measured value.</source>
        <translation>Titik-titik pada kurva sinus untuk regresi: satu masukan, satu nilai terukur.</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Penyiapan data</translation>
    </message>
    <message>
        <source>Puts inputs side by side along their last axis.</source>
        <translation>Menjajarkan masukan sepanjang sumbu terakhirnya.</translation>
    </message>
    <message>
        <source>Radius of the inner circle; the outer one has 1.</source>
        <translation>Jari-jari lingkaran dalam; lingkaran luar berjari-jari 1.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Laju</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Regression: the network bends a line until it follows noisy points on a sine curve.</source>
        <translation>Regresi: jaringan melengkungkan garis hingga mengikuti titik-titik berderau pada kurva sinus.</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>Regularisasi</translation>
    </message>
    <message>
        <source>Round clouds on a circle, one for each class.</source>
        <translation>Awan titik bundar pada lingkaran, satu untuk setiap kelas.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation>Safetensors</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Sampel</translation>
    </message>
    <message>
        <source>Samples per step: 1 is stochastic, all of them is batch descent.</source>
        <translation>Banyaknya sampel per langkah: 1 berarti stokastik, semuanya berarti penurunan gradien batch.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Penskalaan</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Benih acak</translation>
    </message>
    <message>
        <source>Separable conv 2D</source>
        <translation>Konv. terpisah 2D</translation>
    </message>
    <message>
        <source>Set {node} to {shape}</source>
        <translation>Ubah {node} menjadi {shape}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Size of the window. One number counts for rows and columns.</source>
        <translation>Ukuran jendela. Satu angka berlaku untuk baris dan kolom.</translation>
    </message>
    <message>
        <source>Sizes of one sample. One of them may be -1: it follows from the others.</source>
        <translation>Ukuran satu sampel. Salah satunya boleh -1: nilainya mengikuti yang lain.</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Kurangkan</translation>
    </message>
    <message>
        <source>Takes the second input away from the first, number by number.</source>
        <translation>Mengurangkan masukan kedua dari masukan pertama, angka demi angka.</translation>
    </message>
    <message>
        <source>Target shape</source>
        <translation>Bentuk tujuan</translation>
    </message>
    <message>
        <source>The input&apos;s axes in their new order, counted from 1.</source>
        <translation>Sumbu-sumbu masukan dalam urutan barunya, dihitung dari 1.</translation>
    </message>
    <message>
        <source>The largest of inputs of one shape, number by number.</source>
        <translation>Nilai terbesar dari masukan-masukan yang bentuknya sama, angka demi angka.</translation>
    </message>
    <message>
        <source>The mean of inputs of one shape, number by number.</source>
        <translation>Rata-rata masukan-masukan yang bentuknya sama, angka demi angka.</translation>
    </message>
    <message>
        <source>The network needs a mapping with an array for each of {wanted}.</source>
        <translation>Jaringan memerlukan pemetaan dengan satu larik untuk masing-masing dari {wanted}.</translation>
    </message>
    <message>
        <source>The network needs data for {wanted}. Missing: {missing}.</source>
        <translation>Jaringan memerlukan data untuk {wanted}. Belum ada: {missing}.</translation>
    </message>
    <message>
        <source>The network takes data for {wanted}. Unknown: {unknown}.</source>
        <translation>Jaringan menerima data untuk {wanted}. Tidak dikenal: {unknown}.</translation>
    </message>
    <message>
        <source>The size of the first step; later ones find their own, and a rate that changes scales them.</source>
        <translation>Ukuran langkah pertama; langkah berikutnya menemukan ukurannya sendiri, dan laju yang berubah menskalakannya.</translation>
    </message>
    <message>
        <source>There is no Input layer yet. Data need one to enter the network.</source>
        <translation>Belum ada lapisan Input. Data memerlukannya untuk masuk ke jaringan.</translation>
    </message>
    <message>
        <source>There is no Output layer yet. The loss is computed there.</source>
        <translation>Belum ada lapisan Output. Di sanalah kerugian dihitung.</translation>
    </message>
    <message>
        <source>To train this network takes about {needed}, and this computer has {there}; most of it goes into this layer. Make it smaller.</source>
        <translation>Melatih jaringan ini memerlukan memori sekitar {needed}, sedangkan komputer ini memiliki {there}; sebagian besar dipakai oleh lapisan ini. Perkecillah.</translation>
    </message>
    <message>
        <source>Transposed conv 2D</source>
        <translation>Konv. transpos 2D</translation>
    </message>
    <message>
        <source>Weights are a mapping from names to arrays. Received: {came}.</source>
        <translation>Bobot berupa pemetaan dari nama ke larik. Diterima: {came}.</translation>
    </message>
    <message>
        <source>Set {node} to {wanted}</source>
        <translation>Ubah {node} menjadi {wanted}</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Bentuk</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Acak urutan</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Sine curve</source>
        <translation>Kurva sinus</translation>
    </message>
    <message>
        <source>Sizes of one sample, channels last.</source>
        <translation>Ukuran satu sampel, kanal di urutan terakhir.</translation>
    </message>
    <message>
        <source>Skip connections</source>
        <translation>Sambungan lompat</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Squeezes the sum into -1 to 1, centred on 0.</source>
        <translation>Memampatkan jumlah ke rentang -1 sampai 1, berpusat di 0.</translation>
    </message>
    <message>
        <source>Squeezes the sum into 0 to 1; for yes-or-no outputs.</source>
        <translation>Memampatkan jumlah ke rentang 0 sampai 1; untuk keluaran ya atau tidak.</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Simpangan baku</translation>
    </message>
    <message>
        <source>Standard deviation of the shift of each point.</source>
        <translation>Simpangan baku pergeseran setiap titik.</translation>
    </message>
    <message>
        <source>Standard deviation of the shift of each value.</source>
        <translation>Simpangan baku pergeseran setiap nilai.</translation>
    </message>
    <message>
        <source>Switches off random units while training, so that none is relied on alone.</source>
        <translation>Mematikan unit secara acak selama pelatihan agar jaringan tidak bergantung pada satu unit saja.</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>The canvas is empty. Drag an Input layer onto it to begin.</source>
        <translation>Kanvas masih kosong. Seret lapisan Input ke sana untuk memulai.</translation>
    </message>
    <message>
        <source>The columns of the history differ in length.</source>
        <translation>Panjang kolom riwayat tidak sama.</translation>
    </message>
    <message>
        <source>The data have {count} classes of which one is right; softmax and categorical cross-entropy suit them better.</source>
        <translation>Data memiliki {count} kelas dan hanya satu yang benar; softmax dan entropi silang kategoris lebih cocok.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>The file holds {count} parts, more than {limit}.</source>
        <translation>Berkas berisi {count} bagian, lebih dari {limit}.</translation>
    </message>
    <message>
        <source>The file holds {name} twice.</source>
        <translation>Berkas berisi {name} dua kali.</translation>
    </message>
    <message>
        <source>The file holds {name}, which does not belong there.</source>
        <translation>Berkas berisi {name} yang tidak seharusnya ada di sana.</translation>
    </message>
    <message>
        <source>The four points of exclusive or: no straight line separates them.</source>
        <translation>Empat titik dari “atau eksklusif”: tidak ada garis lurus yang memisahkannya.</translation>
    </message>
    <message>
        <source>The four points of logical and: one unit is enough.</source>
        <translation>Empat titik dari “dan” logis: satu unit sudah cukup.</translation>
    </message>
    <message>
        <source>The four points of logical or: one unit is enough.</source>
        <translation>Empat titik dari “atau” logis: satu unit sudah cukup.</translation>
    </message>
    <message>
        <source>The four points that one straight line cannot separate. A hidden layer solves them.</source>
        <translation>Empat titik yang tidak dapat dipisahkan oleh satu garis lurus. Sebuah lapisan tersembunyi memecahkannya.</translation>
    </message>
    <message>
        <source>The function applied to each sum.</source>
        <translation>Fungsi yang diterapkan pada setiap jumlah.</translation>
    </message>
    <message>
        <source>The function to apply.</source>
        <translation>Fungsi yang diterapkan.</translation>
    </message>
    <message>
        <source>The history holds numbers that are not finite.</source>
        <translation>Riwayat berisi bilangan yang tidak berhingga.</translation>
    </message>
    <message>
        <source>The history needs the columns {names}.</source>
        <translation>Riwayat memerlukan kolom {names}.</translation>
    </message>
    <message>
        <source>The mean of squared differences; the standard for regression.</source>
        <translation>Rata-rata kuadrat selisih; baku untuk regresi.</translation>
    </message>
    <message>
        <source>The network has no {key}.</source>
        <translation>Jaringan tidak memiliki {key}.</translation>
    </message>
    <message>
        <source>The normal form of Glorot&apos;s rule; made for tanh and sigmoid.</source>
        <translation>Bentuk normal dari aturan Glorot; dibuat untuk tanh dan sigmoid.</translation>
    </message>
    <message>
        <source>The normal form of He&apos;s rule; made for ReLU.</source>
        <translation>Bentuk normal dari aturan He; dibuat untuk ReLU.</translation>
    </message>
    <message>
        <source>The part of the samples that is held out to judge the network.</source>
        <translation>Bagian sampel yang disisihkan untuk menilai jaringan.</translation>
    </message>
    <message>
        <source>The project has an unknown part: {part}.</source>
        <translation>Proyek memuat bagian yang tidak dikenal: {part}.</translation>
    </message>
    <message>
        <source>The project lacks a part: {part}.</source>
        <translation>Proyek tidak memuat bagian yang diperlukan: {part}.</translation>
    </message>
    <message>
        <source>The same seed draws the same points.</source>
        <translation>Benih yang sama menghasilkan titik-titik yang sama.</translation>
    </message>
    <message>
        <source>The same seed gives the same initial weights, order and split.</source>
        <translation>Benih yang sama menghasilkan bobot awal, urutan, dan pembagian data yang sama.</translation>
    </message>
    <message>
        <source>The share of units switched off.</source>
        <translation>Porsi unit yang dimatikan.</translation>
    </message>
    <message>
        <source>The size of a step.</source>
        <translation>Ukuran setiap langkah.</translation>
    </message>
    <message>
        <source>The trained weights are not in the file, because they do not fit the drawing as it is.</source>
        <translation>Bobot hasil pelatihan tidak ikut tersimpan karena tidak cocok dengan diagram saat ini.</translation>
    </message>
    <message>
        <source>Validation is a share from 0 to less than 1, or a pair of inputs and targets. Received: {came}.</source>
        <translation>Validasi berupa porsi dari 0 sampai kurang dari 1, atau pasangan masukan dan target. Diterima: {came}.</translation>
    </message>
    <message>
        <source>The version of the project is unknown: {version}.</source>
        <translation>Versi proyek tidak dikenal: {version}.</translation>
    </message>
    <message>
        <source>1 epoch to go</source>
        <translation>1 epoch lagi</translation>
    </message>
    <message>
        <source>1 more epoch</source>
        <translation>genap 1 epoch tambahan</translation>
    </message>
    <message>
        <source>1 with this chance, else 0</source>
        <translation>1 dengan peluang ini, selain itu 0</translation>
    </message>
    <message>
        <source>100% right</source>
        <translation>100% benar</translation>
    </message>
    <message>
        <source>440 short sentences of everyday life, letter by letter: in which language is each?</source>
        <translation>440 kalimat pendek sehari-hari, huruf demi huruf: dalam bahasa apa masing-masing ditulis?</translation>
    </message>
    <message>
        <source>442 people with ten measures each, and how far their diabetes went within a year, for regression.</source>
        <translation>442 orang dengan sepuluh hasil pengukuran, dan sejauh mana diabetes mereka berkembang dalam setahun, untuk regresi.</translation>
    </message>
    <message>
        <source>A Dask cluster needs the package distributed. Install it: pip install distributed</source>
        <translation>Klaster Dask memerlukan paket distributed. Pasang dengan: pip install distributed</translation>
    </message>
    <message>
        <source>A GRU reads sixteen values of a noisy wave, one after the other, and tells the next one. The newest part of the wave is held out.</source>
        <translation>GRU membaca enam belas nilai gelombang berderau satu per satu, lalu menyebutkan nilai berikutnya. Bagian terbaru gelombang disisihkan untuk validasi.</translation>
    </message>
    <message>
        <source>A GRU reads ten numbers, remembers the two that are marked and gives their sum: a test of memory by Hochreiter and Schmidhuber.</source>
        <translation>GRU membaca sepuluh bilangan, mengingat dua yang ditandai, lalu memberikan jumlahnya: uji ingatan dari Hochreiter dan Schmidhuber.</translation>
    </message>
    <message>
        <source>A batch holds {size} of {samples} samples, so an epoch has hardly a step (here {steps}): the training loss creeps from {first} to {last} in {count} epochs.</source>
        <translation>Satu batch memuat {size} dari {samples} sampel sehingga satu epoch hampir tanpa langkah (di sini {steps}): kerugian pelatihan merayap dari {first} ke {last} dalam {count} epoch.</translation>
    </message>
    <message>
        <source>A batch of {count} samples takes about {needed} here, and this computer has {there}. Choose a smaller batch or smaller layers.</source>
        <translation>Satu batch berisi {count} sampel memerlukan memori sekitar {needed} di sini, sedangkan komputer ini memiliki {there}. Pilih batch atau lapisan yang lebih kecil.</translation>
    </message>
    <message>
        <source>A column for each letter</source>
        <translation>Satu kolom untuk setiap huruf</translation>
    </message>
    <message>
        <source>A column of a table, and what becomes of it.</source>
        <translation>Sebuah kolom tabel, dan nasibnya.</translation>
    </message>
    <message>
        <source>A comparison has a column, a sign and a value, such as {example}. Received: {came}.</source>
        <translation>Perbandingan terdiri atas kolom, tanda, dan nilai, misalnya {example}. Diterima: {came}.</translation>
    </message>
    <message>
        <source>A convolutional network names circles, squares, triangles, crosses and stars, wherever they are and however they are turned.</source>
        <translation>Jaringan konvolusi mengenali lingkaran, persegi, segitiga, tanda silang, dan bintang, di mana pun letaknya dan bagaimana pun putarannya.</translation>
    </message>
    <message>
        <source>A curve needs at least two places. Received: {came}.</source>
        <translation>Sebuah kurva memerlukan paling sedikit dua tempat. Diterima: {came}.</translation>
    </message>
    <message>
        <source>A drawing runs one of these ways: {known}. Received: {value}.</source>
        <translation>Diagram mengalir ke salah satu arah ini: {known}. Diterima: {value}.</translation>
    </message>
    <message>
        <source>A file of your own.</source>
        <translation>Berkas milik Anda sendiri.</translation>
    </message>
    <message>
        <source>A goal is written as NAME=NUMBER, such as accuracy=0.95, where NAME is one of {names}. Received: {came}.</source>
        <translation>Tujuan ditulis sebagai NAMA=BILANGAN, misalnya accuracy=0.95, dengan NAMA salah satu dari {names}. Diterima: {came}.</translation>
    </message>
    <message>
        <source>A gradient that is longer than this, all weights together, is shortened.</source>
        <translation>Gradien seluruh bobot yang lebih panjang dari nilai ini diperpendek.</translation>
    </message>
    <message>
        <source>A group is made of layers that stand beside each other: all in one group, or in none.</source>
        <translation>Grup dibuat dari lapisan yang berdampingan: semuanya dalam satu grup, atau tidak dalam grup mana pun.</translation>
    </message>
    <message>
        <source>A high accuracy</source>
        <translation>Akurasi tinggi</translation>
    </message>
    <message>
        <source>A layer stands after one id, or after several in the order of its ports. Received: {value}.</source>
        <translation>Lapisan berada setelah satu id, atau setelah beberapa id menurut urutan portnya. Diterima: {value}.</translation>
    </message>
    <message>
        <source>A leaky ReLU that learns how much of what is below 0 it lets through.</source>
        <translation>Leaky ReLU yang mempelajari seberapa banyak nilai di bawah 0 diteruskan.</translation>
    </message>
    <message>
        <source>A logarithmic range of {name} begins above 0. Received: {low}.</source>
        <translation>Rentang logaritmik {name} harus mulai di atas 0. Diterima: {low}.</translation>
    </message>
    <message>
        <source>A low loss</source>
        <translation>Kerugian rendah</translation>
    </message>
    <message>
        <source>A network is made from a Graph. Received: {came}.</source>
        <translation>Jaringan dibuat dari sebuah Graph. Diterima: {came}.</translation>
    </message>
    <message>
        <source>A note, frame or group is not described as it should be: {entry}</source>
        <translation>Catatan, bingkai, atau grup tidak dijelaskan sebagaimana mestinya: {entry}</translation>
    </message>
    <message>
        <source>A number of at least {least} is needed, or 0 for as fast as possible. Received: {value}.</source>
        <translation>Diperlukan bilangan paling kecil {least}, atau 0 untuk secepat mungkin. Diterima: {value}.</translation>
    </message>
    <message>
        <source>A number of epochs from here, whatever comes of them.</source>
        <translation>Sejumlah epoch dari sini, apa pun hasilnya.</translation>
    </message>
    <message>
        <source>A plateau</source>
        <translation>Kerugian mandek</translation>
    </message>
    <message>
        <source>A project&apos;s name ends in {suffix}. Received: {name}.</source>
        <translation>Nama proyek berakhiran {suffix}. Yang diterima: {name}.</translation>
    </message>
    <message>
        <source>A race takes {fewest} to {most} variants. Received: {count}.</source>
        <translation>Balapan memerlukan {fewest} sampai {most} varian. Diterima: {count}.</translation>
    </message>
    <message>
        <source>A range is written as LOW:HIGH, LOW:HIGH:log or LOW:HIGH:log:POINTS, with {few} to {most} points. Received: {value}.</source>
        <translation>Rentang ditulis sebagai LOW:HIGH, LOW:HIGH:log, atau LOW:HIGH:log:POINTS, dengan {few} sampai {most} titik. Diterima: {value}.</translation>
    </message>
    <message>
        <source>A range of {name} goes from a number to a larger one. Received: {low} to {high}.</source>
        <translation>Rentang {name} dimulai dari suatu bilangan ke bilangan yang lebih besar. Diterima: {low} sampai {high}.</translation>
    </message>
    <message>
        <source>A range test goes from a small rate to a larger one. Received: {low} and {high}.</source>
        <translation>Uji rentang berjalan dari laju kecil ke laju yang lebih besar. Diterima: {low} dan {high}.</translation>
    </message>
    <message>
        <source>A seed is {wanted}. Received: {seed}.</source>
        <translation>Benih acak adalah {wanted}. Diterima: {seed}.</translation>
    </message>
    <message>
        <source>A share of {share} gives the first class {first} of {samples} points, and every class needs one. Choose another share, or more samples.</source>
        <translation>Porsi {share} memberi kelas pertama {first} dari {samples} titik, padahal setiap kelas memerlukan setidaknya satu. Pilih porsi lain, atau tambah sampel.</translation>
    </message>
    <message>
        <source>A sigmoid of three straight lines: cheaper, and flat below -3 and above 3.</source>
        <translation>Sigmoid dari tiga garis lurus: lebih ringan dihitung, serta datar di bawah -3 dan di atas 3.</translation>
    </message>
    <message>
        <source>A single output above this says yes.</source>
        <translation>Keluaran tunggal di atas nilai ini berarti ya.</translation>
    </message>
    <message>
        <source>A slope over the plane, for regression: one unit without activation finds the numbers it is made of.</source>
        <translation>Permukaan miring di atas bidang, untuk regresi: satu unit tanpa aktivasi menemukan bilangan-bilangan pembentuknya.</translation>
    </message>
    <message>
        <source>A staircase, for regression: flat, then a jump, which smooth activations can only come close to.</source>
        <translation>Fungsi tangga untuk regresi: datar lalu melompat; aktivasi yang mulus hanya dapat mendekatinya.</translation>
    </message>
    <message>
        <source>A table of your own: CSV, TSV or Excel.</source>
        <translation>Tabel milik Anda sendiri: CSV, TSV, atau Excel.</translation>
    </message>
    <message>
        <source>A time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>A truth table.</source>
        <translation>Tabel kebenaran.</translation>
    </message>
    <message>
        <source>A validation share of {share} and a test share of {test} leave no sample to train on. Choose smaller ones.</source>
        <translation>Porsi validasi {share} dan porsi uji {test} tidak menyisakan sampel untuk dilatih. Pilih yang lebih kecil.</translation>
    </message>
    <message>
        <source>A window of {window} and a horizon of {horizon} need at least {wanted} values. Received: {came}. Choose a shorter window.</source>
        <translation>Jendela {window} dan horizon {horizon} memerlukan paling sedikit {wanted} nilai. Diterima: {came}. Pilih jendela yang lebih pendek.</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Akurasi</translation>
    </message>
    <message>
        <source>Accuracy at least</source>
        <translation>Akurasi minimal</translation>
    </message>
    <message>
        <source>Activation of hidden layers</source>
        <translation>Aktivasi lapisan tersembunyi</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivasi</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adam that divides by the largest variance so far, so that no step size grows again.</source>
        <translation>Adam yang membagi dengan variansi terbesar sejauh ini sehingga ukuran langkah tidak membesar lagi.</translation>
    </message>
    <message>
        <source>Adam that looks ahead along its momentum, as Nesterov&apos;s method does.</source>
        <translation>Adam yang melihat ke depan searah momentumnya, seperti metode Nesterov.</translation>
    </message>
    <message>
        <source>Adam whose weight decay shrinks the weights themselves and leaves the gradients alone.</source>
        <translation>Adam yang peluruhan bobotnya mengecilkan bobot secara langsung tanpa mengubah gradien.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Add block</source>
        <translation>Tambah blok</translation>
    </message>
    <message>
        <source>Add frame</source>
        <translation>Tambah bingkai</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>Add {layer}</source>
        <translation>Tambah {layer}</translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by 0.</source>
        <translation>Ditambahkan pada variansi agar tidak ada pembagian dengan 0.</translation>
    </message>
    <message>
        <source>Adding problem</source>
        <translation>Soal penjumlahan</translation>
    </message>
    <message>
        <source>Adds a learned number (beta) to each channel.</source>
        <translation>Menambahkan bilangan yang dipelajari (beta) pada setiap kanal.</translation>
    </message>
    <message>
        <source>Adds learned constants to queries, values and output.</source>
        <translation>Menambahkan konstanta yang dipelajari pada kueri, nilai, dan keluaran.</translation>
    </message>
    <message>
        <source>Adds random numbers to what passes while training, so that no exact value is relied on.</source>
        <translation>Menambahkan bilangan acak pada nilai yang lewat selama pelatihan agar jaringan tidak bergantung pada nilai eksak.</translation>
    </message>
    <message>
        <source>Adds the cosine of every feature, in its own unit as radians.</source>
        <translation>Menambahkan kosinus setiap fitur, nilainya dianggap radian.</translation>
    </message>
    <message>
        <source>Adds the product of every two features.</source>
        <translation>Menambahkan hasil kali setiap dua fitur.</translation>
    </message>
    <message>
        <source>Adds the sine of every feature, in its own unit as radians.</source>
        <translation>Menambahkan sinus setiap fitur, nilainya dianggap radian.</translation>
    </message>
    <message>
        <source>Adds the square of every feature.</source>
        <translation>Menambahkan kuadrat setiap fitur.</translation>
    </message>
    <message>
        <source>Adds waves that tell each step where it stands; attention by itself knows no order.</source>
        <translation>Menambahkan gelombang yang memberi tahu posisi setiap langkah; perhatian saja tidak mengenal mana yang lebih dahulu.</translation>
    </message>
    <message>
        <source>After so many epochs the run stops even if the goal is not reached.</source>
        <translation>Setelah sekian epoch pelatihan berhenti meskipun tujuan belum tercapai.</translation>
    </message>
    <message>
        <source>Align {what}</source>
        <translation>Ratakan {what}</translation>
    </message>
    <message>
        <source>All products of up to so many features, each as often as wanted; scikit-learn&apos;s PolynomialFeatures.</source>
        <translation>Semua hasil kali hingga sekian fitur, masing-masing boleh berulang; PolynomialFeatures dari scikit-learn.</translation>
    </message>
    <message>
        <source>All sweeps take {size} MB, more than the {most} MB that they may. Delete some of them first.</source>
        <translation>Semua pencarian memakai {size} MB, lebih dari {most} MB yang diizinkan. Hapus beberapa di antaranya dulu.</translation>
    </message>
    <message>
        <source>All units alike</source>
        <translation>Semua unit sama</translation>
    </message>
    <message>
        <source>All variants of a race have the same seed.</source>
        <translation>Semua varian balapan memakai benih yang sama.</translation>
    </message>
    <message>
        <source>All weights as named arrays in one .safetensors file, as PyTorch and others read it; its metadata tell how data are prepared.</source>
        <translation>Semua bobot sebagai larik bernama dalam satu berkas .safetensors, seperti dibaca PyTorch dan lainnya; metadatanya menyebut cara data disiapkan.</translation>
    </message>
    <message>
        <source>All weights, and how data are prepared for them, as named arrays in one .npz file, for numpy.load.</source>
        <translation>Semua bobot, beserta cara data disiapkan untuknya, sebagai larik bernama dalam satu berkas .npz, untuk numpy.load.</translation>
    </message>
    <message>
        <source>All {units} units of {node} still have the same weights after {steps} steps: they began alike and get the same gradients, so together they can do no more than one.</source>
        <translation>Setelah {steps} langkah, {units} unit pada {node} masih berbobot sama: bobot awalnya sama dan gradiennya sama, sehingga semuanya hanya sanggup melakukan tugas satu unit.</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Altered copies</source>
        <translation>Salinan yang diubah</translation>
    </message>
    <message>
        <source>Altered pictures</source>
        <translation>Gambar yang diubah</translation>
    </message>
    <message>
        <source>An Embedding of input size {size} takes whole numbers from 0 to {last}. Received: {value} in row {row}. Use data without scaling, or a larger input size.</source>
        <translation>Embedding dengan ukuran masukan {size} menerima bilangan bulat dari 0 sampai {last}. Diterima: {value} di baris {row}. Gunakan data tanpa penskalaan, atau ukuran masukan yang lebih besar.</translation>
    </message>
    <message>
        <source>An animation is written as {suffixes}. Received: {path}.</source>
        <translation>Animasi ditulis sebagai {suffixes}. Diterima: {path}.</translation>
    </message>
    <message>
        <source>An id is a text of 1 to {longest} characters. Received: {value}.</source>
        <translation>Id adalah teks sepanjang 1 sampai {longest} karakter. Diterima: {value}.</translation>
    </message>
    <message>
        <source>Approximate</source>
        <translation>Aproksimasi</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Rapikan</translation>
    </message>
    <message>
        <source>Ask whether that column would be known in time; if not, leave it out of the data.</source>
        <translation>Tanyakan apakah isi kolom itu memang sudah diketahui saat menebak; jika tidak, keluarkan dari data.</translation>
    </message>
    <message>
        <source>At least two classes are needed. Received: {came}.</source>
        <translation>Diperlukan paling sedikit dua kelas. Diterima: {came}.</translation>
    </message>
    <message>
        <source>At most so many degrees either way.</source>
        <translation>Paling banyak sekian derajat ke tiap arah.</translation>
    </message>
    <message>
        <source>At most so many pixels to each side.</source>
        <translation>Paling banyak sekian piksel ke tiap sisi.</translation>
    </message>
    <message>
        <source>At step {step} the numbers became too large to be computed, first in {node}: steps of size {rate} overshoot, and each one makes the next one larger.</source>
        <translation>Pada langkah {step} bilangannya menjadi terlalu besar untuk dihitung, mula-mula di {node}: laju pembelajaran {rate} membuat langkah melewati sasaran, dan setiap langkah membuat langkah berikutnya makin besar.</translation>
    </message>
    <message>
        <source>At the end, puts the weights of the epoch with the lowest such loss back.</source>
        <translation>Di akhir pelatihan, mengembalikan bobot dari epoch dengan kerugian tersebut yang terendah.</translation>
    </message>
    <message>
        <source>B. Efron, T. Hastie, I. Johnstone and R. Tibshirani 2004.</source>
        <translation>B. Efron, T. Hastie, I. Johnstone, dan R. Tibshirani 2004.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Seimbang</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>Normalisasi batch</translation>
    </message>
    <message>
        <source>Batches too large</source>
        <translation>Batch terlalu besar</translation>
    </message>
    <message>
        <source>Batches too small</source>
        <translation>Batch terlalu kecil</translation>
    </message>
    <message>
        <source>Batches; the rate grows by the same factor each time.</source>
        <translation>Banyaknya batch; setiap kali laju naik dengan faktor yang sama.</translation>
    </message>
    <message>
        <source>Before the tails are cut off.</source>
        <translation>Sebelum kedua ekornya dipotong.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Mulai dari awal</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Awal</translation>
    </message>
    <message>
        <source>Begins with a small rate and raises it evenly to the full one.</source>
        <translation>Mulai dengan laju kecil dan menaikkannya secara merata sampai laju penuh.</translation>
    </message>
    <message>
        <source>Begins with the forget gate&apos;s bias at 1, so that memories last.</source>
        <translation>Memulai bias gerbang lupa dari 1 agar ingatan bertahan lama.</translation>
    </message>
    <message>
        <source>Bends what enters the state.</source>
        <translation>Melengkungkan apa yang masuk ke keadaan.</translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation>Dua arah</translation>
    </message>
    <message>
        <source>Binary cross-entropy needs targets from 0 to 1. Received {value} in row {row}.</source>
        <translation>Entropi silang biner memerlukan target dari 0 sampai 1. Diterima: {value} di baris {row}.</translation>
    </message>
    <message>
        <source>Both penalties at once: few weights, and none of them large.</source>
        <translation>Kedua penalti sekaligus: sedikit bobot, dan tidak ada yang besar.</translation>
    </message>
    <message>
        <source>Brings targets that are measures to one size, and answers back; learnt from training samples.</source>
        <translation>Membawa target yang berupa ukuran ke satu besaran, dan mengembalikan jawabannya; dipelajari dari sampel latih.</translation>
    </message>
    <message>
        <source>By how much the loss must fall to count as progress.</source>
        <translation>Seberapa banyak kerugian harus turun agar dihitung sebagai kemajuan.</translation>
    </message>
    <message>
        <source>CC BY 4.0 (UCI Machine Learning Repository); comes with scikit-learn.</source>
        <translation>CC BY 4.0 (UCI Machine Learning Repository); disertakan dalam scikit-learn.</translation>
    </message>
    <message>
        <source>Categorical cross-entropy for targets that are class numbers (0, 1, 2, ...) in place of one-hot rows.</source>
        <translation>Entropi silang kategoris untuk target berupa nomor kelas (0, 1, 2, ...), bukan baris one-hot.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>Kausal</translation>
    </message>
    <message>
        <source>Cells that mean that a value is missing.</source>
        <translation>Isi sel yang berarti nilainya tidak ada.</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>Terpusat</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Papan catur</translation>
    </message>
    <message>
        <source>Choose at least one term, or no expansion.</source>
        <translation>Pilih sedikitnya satu suku, atau tanpa fitur tambahan.</translation>
    </message>
    <message>
        <source>Chosen terms</source>
        <translation>Suku pilihan</translation>
    </message>
    <message>
        <source>Circles, squares, triangles, crosses and stars as pictures of 28×28 grey values.</source>
        <translation>Lingkaran, persegi, segitiga, tanda silang, dan bintang berupa gambar 28×28 nilai keabuan.</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>Bobot kelas</translation>
    </message>
    <message>
        <source>Clip gradients</source>
        <translation>Potong gradien</translation>
    </message>
    <message>
        <source>Clip their norm</source>
        <translation>Potong norma gradien</translation>
    </message>
    <message>
        <source>Collapse group</source>
        <translation>Ciutkan kelompok</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Column {column} has no value among the training samples. Leave the column out, or hold out fewer samples.</source>
        <translation>Kolom {column} tidak punya nilai di antara sampel pelatihan. Abaikan kolom itu, atau sisihkan lebih sedikit sampel.</translation>
    </message>
    <message>
        <source>Column {name} holds a category twice.</source>
        <translation>Kolom {name} memuat satu kategori dua kali.</translation>
    </message>
    <message>
        <source>Column {name} holds a single class, so there is nothing to learn. Choose another target.</source>
        <translation>Kolom {name} hanya memuat satu kelas, jadi tidak ada yang dapat dipelajari. Pilih target lain.</translation>
    </message>
    <message>
        <source>Column {name} holds categories, which have no mean and no median. Leave out rows without a value, or put in the most frequent one.</source>
        <translation>Kolom {name} memuat kategori, yang tidak punya rata-rata maupun median. Buang baris tanpa nilai, atau isi dengan yang tersering.</translation>
    </message>
    <message>
        <source>Column {name} holds no value. Ignore it.</source>
        <translation>Kolom {name} tidak memuat nilai. Abaikan kolom itu.</translation>
    </message>
    <message>
        <source>Column {name} holds texts that are no numbers, such as {text}. Keep its categories, or mend the file and import it again.</source>
        <translation>Kolom {name} memuat teks yang bukan bilangan, misalnya {text}. Biarkan sebagai kategori, atau perbaiki berkasnya lalu impor lagi.</translation>
    </message>
    <message>
        <source>Column {name} holds texts, which cannot be learned from. Make it categories, or ignore it.</source>
        <translation>Kolom {name} memuat teks, yang tidak dapat dipelajari. Jadikan kategori, atau abaikan.</translation>
    </message>
    <message>
        <source>Column {name} holds {count} categories; at most {most} can have an input or output each. Encode them as ordinal, or ignore the column.</source>
        <translation>Kolom {name} memuat {count} kategori; paling banyak {most} dapat memiliki masukan atau keluaran masing-masing. Sandikan secara ordinal, atau abaikan kolom itu.</translation>
    </message>
    <message>
        <source>Column {name} should say of each row: training, validation or test. Choose another role for it.</source>
        <translation>Kolom {name} harus menyatakan untuk tiap baris: pelatihan, validasi, atau uji. Pilih peran lain untuknya.</translation>
    </message>
    <message>
        <source>Column {name} was not kept, as it holds too many different texts. Ignore it.</source>
        <translation>Kolom {name} tidak disimpan karena memuat terlalu banyak teks yang berbeda. Abaikan kolom itu.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Columns (or rows, if there are fewer) at right angles: signals keep their length. Good for recurrence.</source>
        <translation>Kolom (atau baris, bila lebih sedikit) saling tegak lurus: panjang sinyal terjaga. Cocok untuk lapisan rekuren.</translation>
    </message>
    <message>
        <source>Columns that are made of those that are there.</source>
        <translation>Kolom yang dibuat dari kolom yang ada.</translation>
    </message>
    <message>
        <source>Computes Φ from tanh: faster, and right to about three digits.</source>
        <translation>Menghitung Φ dari tanh: lebih cepat, dan tepat sampai sekitar tiga angka.</translation>
    </message>
    <message>
        <source>Connect {source} to {target}</source>
        <translation>Sambungkan {source} ke {target}</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstan</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Convolution 1D</source>
        <translation>Konvolusi 1D</translation>
    </message>
    <message>
        <source>Convolution 2D</source>
        <translation>Konvolusi 2D</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Salinan</translation>
    </message>
    <message>
        <source>Copies of pictures that are shifted, turned, mirrored and covered with noise by chance.</source>
        <translation>Salinan gambar yang secara acak digeser, diputar, dicerminkan, dan diberi derau.</translation>
    </message>
    <message>
        <source>Copies with every value shifted a little by chance.</source>
        <translation>Salinan dengan setiap nilai sedikit digeser secara acak.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation>Kosinus berulang</translation>
    </message>
    <message>
        <source>Cosines</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Costs nothing once the answer is right by a margin of 1; the loss of support vector machines.</source>
        <translation>Bernilai 0 bila jawaban benar dengan margin minimal 1; fungsi kerugian support vector machine.</translation>
    </message>
    <message>
        <source>Costs the weights&apos; magnitudes, which drives unneeded ones to 0.</source>
        <translation>Memberi penalti pada nilai mutlak bobot sehingga bobot yang tidak diperlukan menuju 0.</translation>
    </message>
    <message>
        <source>Costs the weights&apos; squares, which keeps all of them small.</source>
        <translation>Memberi penalti pada kuadrat bobot sehingga semuanya tetap kecil.</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Cut {what}</source>
        <translation>Potong {what}</translation>
    </message>
    <message>
        <source>Cyclical</source>
        <translation>Siklis</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Penjadwal Dask</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Kumpulan data</translation>
    </message>
    <message>
        <source>Date format</source>
        <translation>Format tanggal</translation>
    </message>
    <message>
        <source>Dates in the format {format} cannot be read. Known ones: {known}.</source>
        <translation>Tanggal berformat {format} tidak dapat dibaca. Yang dikenal: {known}.</translation>
    </message>
    <message>
        <source>Dead ReLUs</source>
        <translation>ReLU mati</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>Peluruhan</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Tanda desimal</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Derajat</translation>
    </message>
    <message>
        <source>Degrees by which a shape may be turned, either way.</source>
        <translation>Derajat putaran paling besar bagi sebuah bentuk, ke kedua arah.</translation>
    </message>
    <message>
        <source>Delete and close the gap</source>
        <translation>Hapus dan sambung kembali</translation>
    </message>
    <message>
        <source>Delete {what}</source>
        <translation>Hapus {what}</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Pemisah</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Dense layers before the one that answers.</source>
        <translation>Lapisan Dense sebelum lapisan yang menjawab.</translation>
    </message>
    <message>
        <source>Depth multiplier</source>
        <translation>Pengali kedalaman</translation>
    </message>
    <message>
        <source>Depthwise constraint</source>
        <translation>Batasan depthwise</translation>
    </message>
    <message>
        <source>Depthwise initializer</source>
        <translation>Inisialisasi depthwise</translation>
    </message>
    <message>
        <source>Depthwise regularizer</source>
        <translation>Regularisasi depthwise</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>Diabetes</translation>
    </message>
    <message>
        <source>Digits with convolutions</source>
        <translation>Angka dengan konvolusi</translation>
    </message>
    <message>
        <source>Dilation rate</source>
        <translation>Laju dilasi</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>jatah ruang disk Anda sudah habis; hapus berkas lain atau pilih tempat lain</translation>
    </message>
    <message>
        <source>Distribute {what}</source>
        <translation>Sebarkan {what}</translation>
    </message>
    <message>
        <source>Divides by the variance of the gradient instead of its mean square.</source>
        <translation>Membagi dengan variansi gradien, bukan dengan rata-rata kuadratnya.</translation>
    </message>
    <message>
        <source>Divides each gradient by the root of the mean of its recent squares.</source>
        <translation>Membagi setiap gradien dengan akar rata-rata kuadratnya yang terkini.</translation>
    </message>
    <message>
        <source>Divides the rate by a number that grows evenly.</source>
        <translation>Membagi laju dengan bilangan yang bertambah secara merata.</translation>
    </message>
    <message>
        <source>Divisor at first</source>
        <translation>Pembagi awal</translation>
    </message>
    <message>
        <source>Divisor at last</source>
        <translation>Pembagi akhir</translation>
    </message>
    <message>
        <source>Dot</source>
        <translation>Hasil kali titik</translation>
    </message>
    <message>
        <source>Drawn evenly from an interval.</source>
        <translation>Diambil acak secara merata dari sebuah interval.</translation>
    </message>
    <message>
        <source>Drawn from a normal distribution without its tails: nothing beyond two standard deviations.</source>
        <translation>Diambil acak dari distribusi normal tanpa ekornya: tidak ada yang melebihi dua simpangan baku.</translation>
    </message>
    <message>
        <source>Drawn or brought by you.</source>
        <translation>Anda gambar atau bawa sendiri.</translation>
    </message>
    <message>
        <source>Duplicate {what}</source>
        <translation>Duplikat {what}</translation>
    </message>
    <message>
        <source>E. Alpaydin and C. Kaynak 1998.</source>
        <translation>E. Alpaydin dan C. Kaynak 1998.</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>ELU with two constants that keep mean and variance from layer to layer; with LeCun normal weights.</source>
        <translation>ELU dengan dua konstanta yang menjaga rata-rata dan variansi antarlapisan; dengan bobot LeCun normal.</translation>
    </message>
    <message>
        <source>Each letter gets a row of numbers that is learned; filters look for telling groups of four letters, and the strongest of each decide the language.</source>
        <translation>Setiap huruf mendapat sebaris bilangan yang dipelajari; filter mencari gabungan empat huruf yang khas, dan tanggapan terkuat setiap filter menentukan bahasanya.</translation>
    </message>
    <message>
        <source>Each step follows only {size} of {samples} samples, and the steps contradict each other: the loss wavers by {percent}% from epoch to epoch without falling.</source>
        <translation>Setiap langkah hanya mengikuti {size} dari {samples} sampel dan langkah-langkahnya saling bertentangan: kerugian naik turun {percent}% dari epoch ke epoch tanpa membaik.</translation>
    </message>
    <message>
        <source>Each step sees itself and earlier steps only.</source>
        <translation>Setiap langkah hanya melihat dirinya sendiri dan langkah-langkah sebelumnya.</translation>
    </message>
    <message>
        <source>Each unit passes one input on and ignores the rest; where sides differ, what is left over is 0.</source>
        <translation>Setiap unit meneruskan satu masukan dan mengabaikan yang lain; bila ukuran kedua sisi berbeda, sisanya 0.</translation>
    </message>
    <message>
        <source>Edit columns</source>
        <translation>Sunting kolom</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Penyandian</translation>
    </message>
    <message>
        <source>Epochs at most</source>
        <translation>Epoch maksimal</translation>
    </message>
    <message>
        <source>Epochs of each</source>
        <translation>Epoch tiap percobaan</translation>
    </message>
    <message>
        <source>Epochs to wait</source>
        <translation>Epoch menunggu</translation>
    </message>
    <message>
        <source>Euler&apos;s number, 2.718</source>
        <translation>bilangan Euler, 2.718</translation>
    </message>
    <message>
        <source>Every class needs a name of its own. Received: {came}.</source>
        <translation>Setiap kelas memerlukan namanya sendiri. Diterima: {came}.</translation>
    </message>
    <message>
        <source>Every sample counts the same.</source>
        <translation>Setiap sampel berpengaruh sama.</translation>
    </message>
    <message>
        <source>Every step of a sequence looks at all steps and takes most from those that matter to it.</source>
        <translation>Setiap langkah dalam urutan memperhatikan semua langkah dan mengambil paling banyak dari yang penting baginya.</translation>
    </message>
    <message>
        <source>Every value is 1. Good for factors, which then change nothing at first.</source>
        <translation>Semua nilai 1. Cocok untuk faktor pengali, yang dengan begitu mula-mula tidak mengubah apa pun.</translation>
    </message>
    <message>
        <source>Every value is the same number. Good for biases; as weights it leaves all units of a layer alike.</source>
        <translation>Semua nilai berupa bilangan yang sama. Cocok untuk bias; sebagai bobot, semua unit dalam satu lapisan tetap sama.</translation>
    </message>
    <message>
        <source>Expand group</source>
        <translation>Bentangkan kelompok</translation>
    </message>
    <message>
        <source>Exploding gradients</source>
        <translation>Gradien meledak</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Eksponensial</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Features can be added to plain columns only. The data bring {came}.</source>
        <translation>Fitur hanya dapat ditambahkan pada kolom biasa. Data membawa {came}.</translation>
    </message>
    <message>
        <source>Features of each head&apos;s queries, keys and values.</source>
        <translation>Jumlah fitur kueri, kunci, dan nilai pada setiap kepala.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>nama berkasnya terlalu panjang</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>First round</source>
        <translation>Putaran pertama</translation>
    </message>
    <message>
        <source>Fit network to data</source>
        <translation>Sesuaikan jaringan dengan data</translation>
    </message>
    <message>
        <source>For how many epochs the loss has to stand still.</source>
        <translation>Selama berapa epoch kerugian harus mandek.</translation>
    </message>
    <message>
        <source>Forecast of a wave</source>
        <translation>Prakiraan gelombang</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Function sketched by hand</source>
        <translation>Fungsi yang disketsa tangan</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Penguatan</translation>
    </message>
    <message>
        <source>Gate activation</source>
        <translation>Aktivasi gerbang</translation>
    </message>
    <message>
        <source>Gaussian bumps</source>
        <translation>Gundukan Gauss</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>Derau Gauss</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Ditentukan</translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and variance 1 over the batch, then a learned mean and spread.</source>
        <translation>Memberi setiap kanal rata-rata 0 dan variansi 1 atas batch, lalu rata-rata dan sebaran yang dipelajari.</translation>
    </message>
    <message>
        <source>Gives each sample&apos;s row of features mean 0 and variance 1, then a learned mean and spread.</source>
        <translation>Memberi baris fitur setiap sampel rata-rata 0 dan variansi 1, lalu rata-rata dan sebaran yang dipelajari.</translation>
    </message>
    <message>
        <source>Global average 1D</source>
        <translation>Rata-rata global 1D</translation>
    </message>
    <message>
        <source>Global average 2D</source>
        <translation>Rata-rata global 2D</translation>
    </message>
    <message>
        <source>Global max 1D</source>
        <translation>Maksimum global 1D</translation>
    </message>
    <message>
        <source>Global max 2D</source>
        <translation>Maksimum global 2D</translation>
    </message>
    <message>
        <source>Group layers</source>
        <translation>Kelompokkan lapisan</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Faktor tumbuh</translation>
    </message>
    <message>
        <source>Half of the copies have left and right exchanged.</source>
        <translation>Pada separuh salinan, kiri dan kanan ditukar.</translation>
    </message>
    <message>
        <source>Hands on the state after every step, not only the last one.</source>
        <translation>Meneruskan keadaan setelah setiap langkah, bukan hanya yang terakhir.</translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation>Hard sigmoid</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Judul kolom</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Kepala</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Tinggi</translation>
    </message>
    <message>
        <source>Held-out samples come out perfectly ({score}), and column {column} alone already tells the answer: it may hold what is to be found out.</source>
        <translation>Data validasi dijawab sempurna ({score}), dan kolom {column} saja sudah memberi tahu jawabannya: mungkin isinya justru hal yang hendak ditebak (kebocoran data).</translation>
    </message>
    <message>
        <source>Held-out samples come out perfectly ({score}), and {percent}% of them are also trained on, so they judge nothing.</source>
        <translation>Data validasi dijawab sempurna ({score}), dan {percent}% di antaranya juga dipakai melatih, sehingga tidak menguji apa-apa (kebocoran data).</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Batas atas</translation>
    </message>
    <message>
        <source>Hills and hollows</source>
        <translation>Bukit dan lembah</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>Hinge</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Horizon</translation>
    </message>
    <message>
        <source>How bytes stand for letters.</source>
        <translation>Cara bita mewakili huruf.</translation>
    </message>
    <message>
        <source>How dates are written.</source>
        <translation>Cara tanggal ditulis.</translation>
    </message>
    <message>
        <source>How far apart the window&apos;s entries lie; 1 leaves no holes.</source>
        <translation>Jarak antarelemen jendela; 1 berarti tanpa celah.</translation>
    </message>
    <message>
        <source>How far below 0 the floor lies.</source>
        <translation>Seberapa jauh dasarnya berada di bawah 0.</translation>
    </message>
    <message>
        <source>How far the predicted probabilities are from those wanted; 0 where both are the same.</source>
        <translation>Seberapa jauh peluang prediksi dari peluang yang diinginkan; 0 bila keduanya sama.</translation>
    </message>
    <message>
        <source>How far the window moves each time. Empty: by its own size.</source>
        <translation>Seberapa jauh jendela bergeser setiap kali. Kosong: sejauh ukurannya sendiri.</translation>
    </message>
    <message>
        <source>How far the window moves each time. On pictures one number counts for rows and columns.</source>
        <translation>Jarak geser jendela setiap kali. Pada gambar, satu bilangan berlaku untuk baris dan kolom.</translation>
    </message>
    <message>
        <source>How fast the learning rate shrinks from step to step.</source>
        <translation>Seberapa cepat laju pembelajaran mengecil dari langkah ke langkah.</translation>
    </message>
    <message>
        <source>How fast the momentum grows to its full size.</source>
        <translation>Seberapa cepat momentum tumbuh sampai nilai penuhnya.</translation>
    </message>
    <message>
        <source>How long each trial trains; left empty, as long as the project says.</source>
        <translation>Lama pelatihan tiap percobaan; bila kosong, sesuai proyek.</translation>
    </message>
    <message>
        <source>How long the run goes on from here.</source>
        <translation>Berapa lama pelatihan berlanjut dari sini.</translation>
    </message>
    <message>
        <source>How low the loss of an epoch has to be.</source>
        <translation>Serendah apa kerugian suatu epoch harus turun.</translation>
    </message>
    <message>
        <source>How many Dense layers come before the one that answers.</source>
        <translation>Berapa lapisan Dense yang mendahului lapisan yang menjawab.</translation>
    </message>
    <message>
        <source>How many altered copies of every training sample are added.</source>
        <translation>Berapa salinan yang diubah ditambahkan untuk setiap sampel pelatihan.</translation>
    </message>
    <message>
        <source>How many different whole numbers there are, counted from 0.</source>
        <translation>Banyaknya bilangan bulat yang berbeda, dihitung dari 0.</translation>
    </message>
    <message>
        <source>How many epochs from here.</source>
        <translation>Berapa epoch dari sini.</translation>
    </message>
    <message>
        <source>How many epochs or steps are done at each change.</source>
        <translation>Banyaknya epoch atau langkah yang sudah selesai pada setiap perubahan.</translation>
    </message>
    <message>
        <source>How many epochs or steps it takes.</source>
        <translation>Banyaknya epoch atau langkah yang diperlukan.</translation>
    </message>
    <message>
        <source>How many epochs or steps one rate lasts.</source>
        <translation>Banyaknya epoch atau langkah selama satu laju berlaku.</translation>
    </message>
    <message>
        <source>How many levels there are between -1 and 1.</source>
        <translation>Banyaknya tingkat dari -1 sampai 1.</translation>
    </message>
    <message>
        <source>How many lie along each side.</source>
        <translation>Banyaknya di sepanjang setiap sisi.</translation>
    </message>
    <message>
        <source>How many looks at the sequence there are.</source>
        <translation>Banyaknya sudut pandang terhadap urutan.</translation>
    </message>
    <message>
        <source>How many numbers stand for each.</source>
        <translation>Banyaknya bilangan yang mewakili masing-masing.</translation>
    </message>
    <message>
        <source>How many of the largest outputs count.</source>
        <translation>Banyaknya keluaran terbesar yang diperhitungkan.</translation>
    </message>
    <message>
        <source>How many past values the network sees.</source>
        <translation>Banyaknya nilai lampau yang dilihat jaringan.</translation>
    </message>
    <message>
        <source>How many samples are made.</source>
        <translation>Banyaknya sampel yang dibuat.</translation>
    </message>
    <message>
        <source>How many times as large. One number counts for rows and columns.</source>
        <translation>Berapa kali lebih besar. Satu angka berlaku untuk baris dan kolom.</translation>
    </message>
    <message>
        <source>How many times as long each round is as the one before.</source>
        <translation>Berapa kali lipat panjang setiap putaran dibandingkan putaran sebelumnya.</translation>
    </message>
    <message>
        <source>How many times as many units and filters hidden layers have.</source>
        <translation>Berapa kali lipat unit dan filter pada lapisan tersembunyi.</translation>
    </message>
    <message>
        <source>How many trials train at the same time; left empty, one for each core but one.</source>
        <translation>Banyaknya percobaan yang dilatih bersamaan; bila kosong, satu per inti prosesor kecuali satu.</translation>
    </message>
    <message>
        <source>How many values it tells ahead.</source>
        <translation>Banyaknya nilai ke depan yang diprakirakan.</translation>
    </message>
    <message>
        <source>How many values lie between one window and the next.</source>
        <translation>Berapa banyak nilai di antara satu jendela dan jendela berikutnya.</translation>
    </message>
    <message>
        <source>How much of the moving mean and variance stays at each step.</source>
        <translation>Seberapa besar rata-rata dan variansi bergerak dipertahankan pada setiap langkah.</translation>
    </message>
    <message>
        <source>How much the divisor grows over the length.</source>
        <translation>Seberapa besar pembagi bertambah sepanjang durasi.</translation>
    </message>
    <message>
        <source>How much the value grows with x1.</source>
        <translation>Seberapa besar nilai bertambah menurut x1.</translation>
    </message>
    <message>
        <source>How much the value grows with x2.</source>
        <translation>Seberapa besar nilai bertambah menurut x2.</translation>
    </message>
    <message>
        <source>How much two inputs point the same way: the sum of products of each vector of one with each of the other.</source>
        <translation>Seberapa searah dua masukan: jumlah hasil kali setiap vektor dari yang satu dengan setiap vektor dari yang lain.</translation>
    </message>
    <message>
        <source>How strong the noise is.</source>
        <translation>Seberapa kuat deraunya.</translation>
    </message>
    <message>
        <source>How strongly every step pulls weights towards 0.</source>
        <translation>Seberapa kuat setiap langkah menarik bobot menuju 0.</translation>
    </message>
    <message>
        <source>How the file calls the column.</source>
        <translation>Nama kolom di dalam berkas.</translation>
    </message>
    <message>
        <source>How the file is written.</source>
        <translation>Cara berkas itu ditulis.</translation>
    </message>
    <message>
        <source>How the file of a table is written.</source>
        <translation>Cara berkas tabel ditulis.</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation>Cara laju pembelajaran berubah selama pelatihan.</translation>
    </message>
    <message>
        <source>How the rows begin.</source>
        <translation>Nilai awal baris.</translation>
    </message>
    <message>
        <source>How the slopes begin.</source>
        <translation>Nilai awal kemiringan.</translation>
    </message>
    <message>
        <source>How the weights between channels begin.</source>
        <translation>Nilai awal bobot antarkanal.</translation>
    </message>
    <message>
        <source>How the weights from state to state begin.</source>
        <translation>Nilai awal bobot dari keadaan ke keadaan.</translation>
    </message>
    <message>
        <source>How the weights of all layers begin, drawn from the same seed.</source>
        <translation>Bagaimana bobot semua lapisan bermula, diundi dari benih yang sama.</translation>
    </message>
    <message>
        <source>How the weights within a channel begin.</source>
        <translation>Nilai awal bobot di dalam setiap kanal.</translation>
    </message>
    <message>
        <source>How weights follow their gradients, at one and the same learning rate.</source>
        <translation>Bagaimana bobot mengikuti gradiennya, pada laju pembelajaran yang sama.</translation>
    </message>
    <message>
        <source>How well the outputs put samples of a class above the others: 1 is perfect, 0.5 is chance.</source>
        <translation>Seberapa baik keluaran menempatkan sampel suatu kelas di atas yang lain: 1 berarti sempurna, 0.5 berarti tebakan acak.</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>Hyperparameters of a moment</source>
        <translation>Hiperparameter sebuah momen</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identitas</translation>
    </message>
    <message>
        <source>Ignore the column {name}</source>
        <translation>Abaikan kolom {name}</translation>
    </message>
    <message>
        <source>Imbalanced classes</source>
        <translation>Kelas tidak seimbang</translation>
    </message>
    <message>
        <source>Improvement</source>
        <translation>Perbaikan minimum</translation>
    </message>
    <message>
        <source>Indonesian or English</source>
        <translation>Indonesia atau Inggris</translation>
    </message>
    <message>
        <source>Initial sum</source>
        <translation>Jumlah awal</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>Ukuran masukan</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>disk gagal dibaca atau ditulis</translation>
    </message>
    <message>
        <source>Inputs and targets from a file of NumPy arrays.</source>
        <translation>Masukan dan target dari berkas larik NumPy.</translation>
    </message>
    <message>
        <source>Inputs from</source>
        <translation>Masukan dari</translation>
    </message>
    <message>
        <source>Insert layer</source>
        <translation>Sisipkan lapisan</translation>
    </message>
    <message>
        <source>Insert {kind} ({detail})</source>
        <translation>Sisipkan {kind} ({detail})</translation>
    </message>
    <message>
        <source>Insert {layer}</source>
        <translation>Sisipkan {layer}</translation>
    </message>
    <message>
        <source>Insert {template}</source>
        <translation>Sisipkan {template}</translation>
    </message>
    <message>
        <source>Intercept</source>
        <translation>Titik potong</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>Interpolasi</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Interval</translation>
    </message>
    <message>
        <source>Inverse time</source>
        <translation>Invers waktu</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>itu sebuah folder, bukan berkas</translation>
    </message>
    <message>
        <source>It cannot share the weights of {owner}: {kind} keeps running statistics of its own input.</source>
        <translation>Lapisan ini tidak dapat memakai bobot {owner}: {kind} menyimpan statistik berjalan dari masukannya sendiri.</translation>
    </message>
    <message>
        <source>It counts or names the rows.</source>
        <translation>Kolom ini menomori atau menamai baris.</translation>
    </message>
    <message>
        <source>It has {count} bytes, more than {most}.</source>
        <translation>Ukurannya {count} bita, lebih dari {most}.</translation>
    </message>
    <message>
        <source>It holds no value.</source>
        <translation>Kolom ini tidak memuat nilai.</translation>
    </message>
    <message>
        <source>It holds the same value in every row.</source>
        <translation>Kolom ini memuat nilai yang sama di setiap baris.</translation>
    </message>
    <message>
        <source>It holds too many different texts to be categories: {count}.</source>
        <translation>Kolom ini memuat terlalu banyak teks berbeda untuk dijadikan kategori: {count}.</translation>
    </message>
    <message>
        <source>It is a folder within the folder of a class.</source>
        <translation>Ini folder di dalam folder sebuah kelas.</translation>
    </message>
    <message>
        <source>It is damaged, or no picture of the kind that its name says.</source>
        <translation>Berkas ini rusak, atau bukan gambar dari jenis seperti namanya.</translation>
    </message>
    <message>
        <source>It is no picture of a known kind. Known are: {known}.</source>
        <translation>Ini bukan gambar dari jenis yang dikenal. Yang dikenal: {known}.</translation>
    </message>
    <message>
        <source>It is {width}×{height} pixels large; at most {most} are read.</source>
        <translation>Besarnya {width}×{height} piksel; paling banyak {most} yang dibaca.</translation>
    </message>
    <message>
        <source>It joins at least {wanted} inputs and has {wires} so far.</source>
        <translation>Menggabungkan minimal {wanted} masukan, tetapi baru memiliki {wires}.</translation>
    </message>
    <message>
        <source>It joins {wanted} inputs and has {wires} so far.</source>
        <translation>Menggabungkan {wanted} masukan, tetapi baru memiliki {wires}.</translation>
    </message>
    <message>
        <source>It shares the weights of {owner} and is set otherwise. Both need the same settings.</source>
        <translation>Lapisan ini memakai bobot {owner} tetapi pengaturannya berbeda. Keduanya perlu pengaturan yang sama.</translation>
    </message>
    <message>
        <source>It shares the weights of {owner} and would need {name} as {wanted}. {owner} has {came}.</source>
        <translation>Lapisan ini memakai bobot {owner} dan memerlukan {name} berukuran {wanted}. {owner} memiliki {came}.</translation>
    </message>
    <message>
        <source>It stands beside the sub-folders, so it is of no class.</source>
        <translation>Letaknya di samping subfolder, jadi tidak termasuk kelas mana pun.</translation>
    </message>
    <message>
        <source>It takes whole numbers, and the data are scaled before they enter.</source>
        <translation>Menerima bilangan bulat, sedangkan data diskalakan sebelum masuk.</translation>
    </message>
    <message>
        <source>It takes whole numbers, and {node} computes others. Connect it to an Input.</source>
        <translation>Menerima bilangan bulat, sedangkan {node} menghitung bilangan lain. Hubungkan ke Input.</translation>
    </message>
    <message>
        <source>It weighs classes, and {loss} compares measures.</source>
        <translation>Memberi bobot pada kelas, sedangkan {loss} membandingkan hasil pengukuran.</translation>
    </message>
    <message>
        <source>It would hold numbers or dates but for row {row}: {cell}. If that means a missing value, say so.</source>
        <translation>Kolom ini berisi bilangan atau tanggal, kecuali baris {row}: {cell}. Jika itu berarti nilai kosong, nyatakan demikian.</translation>
    </message>
    <message>
        <source>It would hold {parameters} parameters and {values} values a sample: too much to train here. Make it smaller.</source>
        <translation>Akan berisi {parameters} parameter dan {values} nilai per sampel: terlalu besar untuk dilatih di sini. Perkecillah.</translation>
    </message>
    <message>
        <source>Its answers have no accuracy. Let the loss judge the trials.</source>
        <translation>Jawabannya tidak memiliki akurasi. Nilai percobaan dengan kerugian.</translation>
    </message>
    <message>
        <source>Its few whole numbers are taken for classes.</source>
        <translation>Bilangan bulatnya yang sedikit dianggap kelas.</translation>
    </message>
    <message>
        <source>Its input is not connected yet.</source>
        <translation>Masukannya belum tersambung.</translation>
    </message>
    <message>
        <source>Its output is not connected yet.</source>
        <translation>Keluarannya belum tersambung.</translation>
    </message>
    <message>
        <source>Its process was killed twice. Perhaps there was not enough memory; fewer processes need less.</source>
        <translation>Prosesnya dimatikan dua kali. Mungkin memorinya tidak cukup; lebih sedikit proses memerlukan lebih sedikit memori.</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Dinilai dengan</translation>
    </message>
    <message>
        <source>Keep repeated samples together</source>
        <translation>Satukan sampel yang berulang di satu bagian</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>Simpan yang terbaik</translation>
    </message>
    <message>
        <source>Keeps the division finite, and lets the first steps be taken.</source>
        <translation>Menjaga agar hasil pembagian berhingga dan memungkinkan langkah-langkah pertama.</translation>
    </message>
    <message>
        <source>Keeps the largest value of each channel of a picture.</source>
        <translation>Menyimpan nilai terbesar dari setiap kanal gambar.</translation>
    </message>
    <message>
        <source>Keeps the largest value of each feature of a sequence.</source>
        <translation>Menyimpan nilai terbesar dari setiap fitur urutan.</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window of a picture, channel by channel, and so makes it smaller.</source>
        <translation>Menyimpan nilai terbesar dari setiap jendela gambar, kanal demi kanal, sehingga gambar mengecil.</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window of a sequence, feature by feature, and so makes it shorter.</source>
        <translation>Menyimpan nilai terbesar dari setiap jendela urutan, fitur demi fitur, sehingga urutan memendek.</translation>
    </message>
    <message>
        <source>Keeps the mean of each channel of a picture.</source>
        <translation>Menyimpan rata-rata setiap kanal gambar.</translation>
    </message>
    <message>
        <source>Keeps the mean of each feature of a sequence.</source>
        <translation>Menyimpan rata-rata setiap fitur urutan.</translation>
    </message>
    <message>
        <source>Keeps the mean of each window of a picture, channel by channel, and so makes it smaller.</source>
        <translation>Menyimpan rata-rata setiap jendela gambar, kanal demi kanal, sehingga gambar mengecil.</translation>
    </message>
    <message>
        <source>Keeps the mean of each window of a sequence, feature by feature, and so makes it shorter.</source>
        <translation>Menyimpan rata-rata setiap jendela urutan, fitur demi fitur, sehingga urutan memendek.</translation>
    </message>
    <message>
        <source>Keeps the variance of the signal from layer to layer; made for SELU.</source>
        <translation>Menjaga variansi sinyal antarlapisan; dibuat untuk SELU.</translation>
    </message>
    <message>
        <source>Keeps the variance of the signal from layer to layer; the uniform form of LeCun&apos;s rule.</source>
        <translation>Menjaga variansi sinyal antarlapisan; bentuk seragam dari aturan LeCun.</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>Ukuran kernel</translation>
    </message>
    <message>
        <source>Key size</source>
        <translation>Ukuran kunci</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence</source>
        <translation>Divergensi Kullback-Leibler</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L1 and L2</source>
        <translation>L1 dan L2</translation>
    </message>
    <message>
        <source>L1 strength</source>
        <translation>Kekuatan L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>L2 strength</source>
        <translation>Kekuatan L2</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Penghalusan label</translation>
    </message>
    <message>
        <source>Largest step</source>
        <translation>Langkah terbesar</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lapisan</translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation>Normalisasi lapisan</translation>
    </message>
    <message>
        <source>Lays the numbers of a sample out in another shape, in the same order.</source>
        <translation>Menyusun angka-angka sebuah sampel dalam bentuk lain, dengan urutan yang sama.</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun normal</translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation>LeCun seragam</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learning rate too large</source>
        <translation>Laju pembelajaran terlalu besar</translation>
    </message>
    <message>
        <source>Learning rate too small</source>
        <translation>Laju pembelajaran terlalu kecil</translation>
    </message>
    <message>
        <source>Learning-rate range test</source>
        <translation>Uji rentang laju pembelajaran</translation>
    </message>
    <message>
        <source>Least progress</source>
        <translation>Kemajuan terkecil</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durasi</translation>
    </message>
    <message>
        <source>Length of the window.</source>
        <translation>Panjang jendela.</translation>
    </message>
    <message>
        <source>Lengthening</source>
        <translation>Pemanjangan</translation>
    </message>
    <message>
        <source>Let rare classes count more, and read the F1 score or the confusion matrix instead of the accuracy.</source>
        <translation>Beri kelas yang jarang bobot lebih besar, dan baca skor F1 atau matriks konfusi, bukan akurasi.</translation>
    </message>
    <message>
        <source>Let samples that are alike be in one part, and begin anew.</source>
        <translation>Tempatkan sampel yang sama di satu bagian, lalu mulai dari awal.</translation>
    </message>
    <message>
        <source>Let the weights begin at random, and begin anew.</source>
        <translation>Mulailah dari bobot acak, lalu latih dari awal.</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Huruf</translation>
    </message>
    <message>
        <source>Letters of each sentence that the network sees.</source>
        <translation>Banyaknya huruf setiap kalimat yang dilihat jaringan.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Like ReLU above 0, and below it runs smoothly towards a floor, so that outputs centre on 0.</source>
        <translation>Seperti ReLU di atas 0; di bawahnya mendekati sebuah dasar secara mulus sehingga keluaran berpusat di sekitar 0.</translation>
    </message>
    <message>
        <source>Like ReLU, but lets a little of what is below 0 through, so that no unit stops learning.</source>
        <translation>Seperti ReLU, tetapi meneruskan sedikit nilai di bawah 0 agar tidak ada unit yang berhenti belajar.</translation>
    </message>
    <message>
        <source>Like half the squared error near the target and like the absolute error far from it, with no corner.</source>
        <translation>Seperti setengah galat kuadrat di dekat target dan seperti galat mutlak jauh darinya, tanpa sudut.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Batas</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>Regresi linear</translation>
    </message>
    <message>
        <source>Log softmax</source>
        <translation>Log softmax</translation>
    </message>
    <message>
        <source>Log-cosh</source>
        <translation>Log-cosh</translation>
    </message>
    <message>
        <source>Looks for patterns in each channel first and mixes the channels then: a convolution with fewer weights.</source>
        <translation>Mencari pola di setiap kanal dahulu, lalu mencampur kanal-kanalnya: konvolusi dengan bobot lebih sedikit.</translation>
    </message>
    <message>
        <source>Looks for short patterns everywhere in a sequence, with the same few weights at every step.</source>
        <translation>Mencari pola pendek di seluruh urutan, dengan sedikit bobot yang sama pada setiap langkah.</translation>
    </message>
    <message>
        <source>Looks for small patterns everywhere in a picture, with the same few weights at every place.</source>
        <translation>Mencari pola kecil di seluruh gambar, dengan sedikit bobot yang sama di setiap tempat.</translation>
    </message>
    <message>
        <source>Looks for small patterns in each channel by itself, without mixing channels.</source>
        <translation>Mencari pola kecil di setiap kanal secara terpisah, tanpa mencampur kanal.</translation>
    </message>
    <message>
        <source>Loss and output do not match</source>
        <translation>Fungsi kerugian dan keluaran tidak cocok</translation>
    </message>
    <message>
        <source>Loss at most</source>
        <translation>Kerugian maksimal</translation>
    </message>
    <message>
        <source>Lower on a plateau</source>
        <translation>Turun saat plateau</translation>
    </message>
    <message>
        <source>Lowers the rate along half a cosine and starts again at the top, each round as long or longer.</source>
        <translation>Menurunkan laju mengikuti setengah kosinus lalu mulai lagi dari puncak; setiap putaran sama panjang atau lebih panjang.</translation>
    </message>
    <message>
        <source>Lowers the rate along half a cosine: slowly, then fast, then slowly again.</source>
        <translation>Menurunkan laju mengikuti setengah kosinus: lambat, lalu cepat, lalu lambat lagi.</translation>
    </message>
    <message>
        <source>Lowers the rate to 0 along a power of what is left; power 1 is a straight line.</source>
        <translation>Menurunkan laju sampai 0 mengikuti pangkat dari sisa durasi; pangkat 1 berupa garis lurus.</translation>
    </message>
    <message>
        <source>Lowers the rate when the loss of held-out samples, or else of the training, improves no more.</source>
        <translation>Menurunkan laju bila kerugian data validasi, atau kerugian pelatihan jika tidak ada, tidak lagi membaik.</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Batas bawah</translation>
    </message>
    <message>
        <source>Lowest is at most Highest. Received: {low} and {high}.</source>
        <translation>Batas bawah tidak boleh melebihi Batas atas. Diterima: {low} dan {high}.</translation>
    </message>
    <message>
        <source>Lowest rate</source>
        <translation>Laju terendah</translation>
    </message>
    <message>
        <source>M. Forina and others 1988.</source>
        <translation>M. Forina dan rekan-rekan 1988.</translation>
    </message>
    <message>
        <source>MIT, as the program.</source>
        <translation>MIT, sama seperti program ini.</translation>
    </message>
    <message>
        <source>Made on the spot by a rule, after Hochreiter and Schmidhuber 1997.</source>
        <translation>Dibuat seketika menurut aturan, mengikuti Hochreiter dan Schmidhuber 1997.</translation>
    </message>
    <message>
        <source>Made on the spot by a rule, after Lang and Witbrock 1988.</source>
        <translation>Dibuat seketika menurut aturan, mengikuti Lang dan Witbrock 1988.</translation>
    </message>
    <message>
        <source>Made on the spot by a rule, after TensorFlow Playground 2016.</source>
        <translation>Dibuat seketika menurut aturan, mengikuti TensorFlow Playground 2016.</translation>
    </message>
    <message>
        <source>Made on the spot by a rule.</source>
        <translation>Dibuat seketika menurut aturan.</translation>
    </message>
    <message>
        <source>Makes a picture larger by a whole factor: repeats its cells, or interpolates between them.</source>
        <translation>Memperbesar gambar dengan kelipatan bulat: mengulang selnya, atau menginterpolasi di antaranya.</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Penanda</translation>
    </message>
    <message>
        <source>Max norm</source>
        <translation>Norma maksimum</translation>
    </message>
    <message>
        <source>Max pooling 1D</source>
        <translation>Pooling maks. 1D</translation>
    </message>
    <message>
        <source>Max pooling 2D</source>
        <translation>Pooling maks. 2D</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maksimum</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Rata-rata</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>Galat mutlak rata-rata</translation>
    </message>
    <message>
        <source>Mean squared logarithmic error</source>
        <translation>Galat logaritmik kuadrat rata-rata</translation>
    </message>
    <message>
        <source>Memory of squared gradients and squared changes.</source>
        <translation>Ingatan atas kuadrat gradien dan kuadrat perubahan.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Cerminkan</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Kosong</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>Nilai kosong</translation>
    </message>
    <message>
        <source>Momentum decay</source>
        <translation>Peluruhan momentum</translation>
    </message>
    <message>
        <source>More epochs</source>
        <translation>Epoch tambahan</translation>
    </message>
    <message>
        <source>More features</source>
        <translation>Fitur tambahan</translation>
    </message>
    <message>
        <source>Move into group</source>
        <translation>Pindahkan ke dalam kelompok</translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation>Pindahkan {what}</translation>
    </message>
    <message>
        <source>Multi-head attention</source>
        <translation>Perhatian multikepala</translation>
    </message>
    <message>
        <source>Multiplies each channel by a learned number (gamma).</source>
        <translation>Mengalikan setiap kanal dengan bilangan yang dipelajari (gamma).</translation>
    </message>
    <message>
        <source>Multiplies inputs of one shape number by number; a gate, where one of them lies between 0 and 1.</source>
        <translation>Mengalikan masukan-masukan yang bentuknya sama, angka demi angka; menjadi gerbang bila salah satunya antara 0 dan 1.</translation>
    </message>
    <message>
        <source>Multiplies the rate by a factor at equal intervals.</source>
        <translation>Mengalikan laju dengan sebuah faktor pada selang yang sama.</translation>
    </message>
    <message>
        <source>Multiplies the rate by a factor when certain epochs or steps are done.</source>
        <translation>Mengalikan laju dengan sebuah faktor setelah epoch atau langkah tertentu selesai.</translation>
    </message>
    <message>
        <source>Multiplies the rate by the same factor every time.</source>
        <translation>Mengalikan laju dengan faktor yang sama setiap kali.</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Kalikan</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Kali-tambah</translation>
    </message>
    <message>
        <source>NAND gate</source>
        <translation>Gerbang NAND</translation>
    </message>
    <message>
        <source>NOR gate</source>
        <translation>Gerbang NOR</translation>
    </message>
    <message>
        <source>Nadam</source>
        <translation>Nadam</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Name a run</source>
        <translation>Namai pelatihan</translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation>Kemiringan negatif</translation>
    </message>
    <message>
        <source>Nesterov looks ahead along the momentum, which is 0. Choose a momentum above 0 first.</source>
        <translation>Nesterov melihat ke depan searah momentum, padahal momentumnya 0. Pilih momentum di atas 0 terlebih dahulu.</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>Jaringan baru</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Benih acak baru</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at {address} ({reason}). Start one: dask scheduler</source>
        <translation>Tidak ada penjadwal Dask yang menjawab di {address} ({reason}). Jalankan: dask scheduler</translation>
    </message>
    <message>
        <source>No column is called {came}. There are: {names}.</source>
        <translation>Tidak ada kolom bernama {came}. Yang ada: {names}.</translation>
    </message>
    <message>
        <source>No data have been chosen yet. Import a file, or draw some.</source>
        <translation>Belum ada data yang dipilih. Impor berkas, atau gambarlah sendiri.</translation>
    </message>
    <message>
        <source>No entry of the gradient is larger than this, up or down.</source>
        <translation>Tidak ada elemen gradien yang melebihi nilai ini, ke arah positif maupun negatif.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>disk penuh; kosongkan ruang atau pilih tempat lain</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>berkas atau foldernya tidak ada</translation>
    </message>
    <message>
        <source>No trial can run: {reason}</source>
        <translation>Tidak satu percobaan pun dapat berjalan: {reason}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>None is stated; published with the paper, comes with scikit-learn.</source>
        <translation>Tidak dinyatakan; diterbitkan bersama makalahnya, disertakan dalam scikit-learn.</translation>
    </message>
    <message>
        <source>Normalize</source>
        <translation>Normalisasi</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>salah satu bagian jalurnya bukan folder</translation>
    </message>
    <message>
        <source>Not connected yet.</source>
        <translation>Belum tersambung.</translation>
    </message>
    <message>
        <source>Not negative</source>
        <translation>Tidak negatif</translation>
    </message>
    <message>
        <source>Nothing varies. Name at least one setting and its values.</source>
        <translation>Tidak ada yang divariasikan. Sebutkan setidaknya satu pengaturan dan nilainya.</translation>
    </message>
    <message>
        <source>Nothing, a point, a comma, a space or an apostrophe stands between thousands. Received: {value}.</source>
        <translation>Di antara ribuan tidak ada apa-apa, atau titik, koma, spasi, atau apostrof. Yang diterima: {value}.</translation>
    </message>
    <message>
        <source>Number of hidden layers</source>
        <translation>Banyak lapisan tersembunyi</translation>
    </message>
    <message>
        <source>Number of patterns for each channel.</source>
        <translation>Jumlah pola untuk setiap kanal.</translation>
    </message>
    <message>
        <source>Number of patterns to look for.</source>
        <translation>Jumlah pola yang dicari.</translation>
    </message>
    <message>
        <source>Number of pictures.</source>
        <translation>Jumlah gambar.</translation>
    </message>
    <message>
        <source>Number of sequences.</source>
        <translation>Jumlah urutan.</translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation>Banyak langkah</translation>
    </message>
    <message>
        <source>Number of the sample</source>
        <translation>Nomor sampel</translation>
    </message>
    <message>
        <source>Number of windows, each one step later.</source>
        <translation>Jumlah jendela, masing-masing satu langkah lebih lambat.</translation>
    </message>
    <message>
        <source>Numbers of which two are marked: their sum is wanted, so both must be remembered to the end.</source>
        <translation>Deretan bilangan dengan dua yang ditandai: jumlah keduanya dicari, jadi keduanya harus diingat sampai akhir.</translation>
    </message>
    <message>
        <source>Of the samples taken for a class, the share that belongs to it.</source>
        <translation>Dari sampel yang dianggap termasuk suatu kelas, porsi yang memang termasuk kelas itu.</translation>
    </message>
    <message>
        <source>Of the samples that belong to a class, the share that was found.</source>
        <translation>Dari sampel yang termasuk suatu kelas, porsi yang berhasil ditemukan.</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Satu siklus</translation>
    </message>
    <message>
        <source>One number for each class, in the order of the classes.</source>
        <translation>Satu bilangan untuk setiap kelas, sesuai urutan kelas.</translation>
    </message>
    <message>
        <source>One sign, such as ; or a tab, stands between two cells. Received: {value}.</source>
        <translation>Satu tanda, misalnya ; atau tab, berdiri di antara dua sel. Yang diterima: {value}.</translation>
    </message>
    <message>
        <source>One slope for each channel; otherwise one for each number of a sample.</source>
        <translation>Satu kemiringan untuk setiap kanal; jika tidak, satu untuk setiap bilangan dalam sampel.</translation>
    </message>
    <message>
        <source>One unit without activation learns the slopes and the height of a plane: its two weights and its bias become the numbers that the data were made of.</source>
        <translation>Satu unit tanpa aktivasi mempelajari kemiringan dan ketinggian sebuah bidang: kedua bobot dan biasnya menjadi bilangan-bilangan pembentuk data.</translation>
    </message>
    <message>
        <source>One weight for each class, in the order of the classes; for yes-or-no answers, one for no and one for yes.</source>
        <translation>Satu bobot untuk setiap kelas, sesuai urutan kelas; untuk jawaban ya atau tidak, satu untuk tidak dan satu untuk ya.</translation>
    </message>
    <message>
        <source>Ones</source>
        <translation>Satu</translation>
    </message>
    <message>
        <source>Only layers that were copied in Rambat can be pasted. Received: {value}.</source>
        <translation>Hanya lapisan yang disalin di Rambat yang dapat ditempel. Diterima: {value}.</translation>
    </message>
    <message>
        <source>Only one column can say to which part a row belongs.</source>
        <translation>Hanya satu kolom yang dapat menyatakan bagian tempat suatu baris.</translation>
    </message>
    <message>
        <source>Only pictures of height×width×channels can be shifted, turned and mirrored. The data bring {came}.</source>
        <translation>Hanya gambar tinggi×lebar×kanal yang dapat digeser, diputar, dan dicerminkan. Data membawa {came}.</translation>
    </message>
    <message>
        <source>Only the targets of one output can be scaled.</source>
        <translation>Hanya target dari satu keluaran yang dapat diskalakan.</translation>
    </message>
    <message>
        <source>Open forget gate</source>
        <translation>Buka gerbang lupa</translation>
    </message>
    <message>
        <source>Open trial {number} of the sweep</source>
        <translation>Buka percobaan {number} dari pencarian</translation>
    </message>
    <message>
        <source>Open {run}</source>
        <translation>Buka {run}</translation>
    </message>
    <message>
        <source>Opens and closes the gates; sigmoid goes from 0 (shut) to 1 (open).</source>
        <translation>Membuka dan menutup gerbang; sigmoid bernilai dari 0 (tertutup) sampai 1 (terbuka).</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>sistem tidak mengizinkannya</translation>
    </message>
    <message>
        <source>Order of axes</source>
        <translation>Urutan sumbu</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>Ortogonal</translation>
    </message>
    <message>
        <source>Other gates</source>
        <translation>Gerbang lain</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>Bentuk keluaran</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>Ukuran keluaran</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Overfitting</translation>
    </message>
    <message>
        <source>Own arrays</source>
        <translation>Larik sendiri</translation>
    </message>
    <message>
        <source>Own pictures</source>
        <translation>Gambar sendiri</translation>
    </message>
    <message>
        <source>PReLU</source>
        <translation>PReLU</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>Paints a small pattern for every place of a picture: a convolution turned round, which makes it larger.</source>
        <translation>Melukis pola kecil untuk setiap tempat pada gambar: konvolusi yang dibalik sehingga gambar menjadi lebih besar.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters that have moved a lot take smaller and smaller steps; rarely moved ones keep large steps.</source>
        <translation>Parameter yang sudah banyak bergerak mengambil langkah yang makin kecil; yang jarang bergerak tetap melangkah besar.</translation>
    </message>
    <message>
        <source>Paste {what}</source>
        <translation>Tempel {what}</translation>
    </message>
    <message>
        <source>Per channel</source>
        <translation>Per kanal</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>tidak ada izin untuk tempat ini</translation>
    </message>
    <message>
        <source>Permute</source>
        <translation>Tukar sumbu</translation>
    </message>
    <message>
        <source>Pictures from your own folders or files, each of a class.</source>
        <translation>Gambar dari folder atau berkas Anda sendiri, masing-masing dengan kelasnya.</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Bidang</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>Plateau (kerugian mandek)</translation>
    </message>
    <message>
        <source>Points drawn by hand</source>
        <translation>Titik yang digambar tangan</translation>
    </message>
    <message>
        <source>Points on a curve that you have drawn, for regression: one input, one value.</source>
        <translation>Titik-titik pada kurva yang Anda gambar, untuk regresi: satu masukan, satu nilai.</translation>
    </message>
    <message>
        <source>Points that you have painted into the plane, each class in its colour.</source>
        <translation>Titik-titik yang Anda lukis pada bidang, setiap kelas dengan warnanya.</translation>
    </message>
    <message>
        <source>Pointwise constraint</source>
        <translation>Batasan pointwise</translation>
    </message>
    <message>
        <source>Pointwise initializer</source>
        <translation>Inisialisasi pointwise</translation>
    </message>
    <message>
        <source>Pointwise regularizer</source>
        <translation>Regularisasi pointwise</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>Polinomial</translation>
    </message>
    <message>
        <source>Pool size</source>
        <translation>Ukuran pooling</translation>
    </message>
    <message>
        <source>Positional encoding</source>
        <translation>Pengodean posisi</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Pangkat</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Presisi</translation>
    </message>
    <message>
        <source>Precision and recall in one number, high only where both are.</source>
        <translation>Presisi dan recall dalam satu bilangan, tinggi hanya bila keduanya tinggi.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Proses</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Hasil kali</translation>
    </message>
    <message>
        <source>Puts a frame of zeros around a picture.</source>
        <translation>Memberi bingkai nol di sekeliling gambar.</translation>
    </message>
    <message>
        <source>Puts the axes of a sample into another order; 2, 1 swaps the two axes of a sequence.</source>
        <translation>Mengubah urutan sumbu sebuah sampel; 2, 1 menukar kedua sumbu urutan.</translation>
    </message>
    <message>
        <source>R. A. Fisher 1936; measured by E. Anderson.</source>
        <translation>R. A. Fisher 1936; diukur oleh E. Anderson.</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC AUC</translation>
    </message>
    <message>
        <source>Raises and lowers the rate again and again, along straight lines.</source>
        <translation>Menaikkan dan menurunkan laju berulang kali mengikuti garis lurus.</translation>
    </message>
    <message>
        <source>Raises the rate to the full one in the first part of the run and lowers it far in the rest.</source>
        <translation>Menaikkan laju sampai laju penuh di bagian awal pelatihan dan menurunkannya jauh di sisanya.</translation>
    </message>
    <message>
        <source>Random trials</source>
        <translation>Percobaan acak</translation>
    </message>
    <message>
        <source>Rate decay</source>
        <translation>Peluruhan laju</translation>
    </message>
    <message>
        <source>ReLU with a rounded corner: always positive and smooth everywhere.</source>
        <translation>ReLU dengan sudut membulat: selalu positif dan mulus di mana pun.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>tempat ini hanya dapat dibaca; pilih tempat lain</translation>
    </message>
    <message>
        <source>Reading has ended unexpectedly.</source>
        <translation>Pembacaan berakhir tak terduga.</translation>
    </message>
    <message>
        <source>Reads a sequence and keeps a memory; gates learn what enters it, what stays and what is shown.</source>
        <translation>Membaca urutan dan menyimpan ingatan; gerbang belajar apa yang masuk, apa yang bertahan, dan apa yang ditampilkan.</translation>
    </message>
    <message>
        <source>Reads a sequence step by step; each step sees its input and the state that the step before left.</source>
        <translation>Membaca urutan langkah demi langkah; setiap langkah melihat masukannya dan keadaan yang ditinggalkan langkah sebelumnya.</translation>
    </message>
    <message>
        <source>Reads a sequence; one gate decides how much of the state is replaced, another what the new part recalls.</source>
        <translation>Membaca urutan; satu gerbang menentukan seberapa banyak keadaan diganti, gerbang lain menentukan apa yang diingat bagian barunya.</translation>
    </message>
    <message>
        <source>Reads the sequence from both ends and joins what it finds.</source>
        <translation>Membaca urutan dari kedua ujung dan menggabungkan hasilnya.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Hubungkan ulang</translation>
    </message>
    <message>
        <source>Regression over the plane: a small network models three hills and three hollows, and the surface shows what it makes of them.</source>
        <translation>Regresi di atas bidang: jaringan kecil meniru tiga bukit dan tiga lembah, dan permukaannya memperlihatkan hasilnya.</translation>
    </message>
    <message>
        <source>Regression with real data: ten measures of 442 people tell how far their diabetes goes within a year, though never exactly.</source>
        <translation>Regresi dengan data nyata: sepuluh hasil pengukuran dari 442 orang memberi tahu sejauh mana diabetes mereka berkembang dalam setahun, meski tidak pernah tepat.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Replaces each whole number, such as a word&apos;s place in a list, by a row of numbers that it learns.</source>
        <translation>Mengganti setiap bilangan bulat, misalnya nomor kata dalam daftar, dengan sebaris bilangan yang dipelajari.</translation>
    </message>
    <message>
        <source>Reset after product</source>
        <translation>Reset setelah perkalian</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>Ubah bentuk</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Ubah ukuran</translation>
    </message>
    <message>
        <source>Restore {what}</source>
        <translation>Pulihkan {what}</translation>
    </message>
    <message>
        <source>Return sequences</source>
        <translation>Kembalikan urutan</translation>
    </message>
    <message>
        <source>Rho</source>
        <translation>Rho</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Root mean squared error</source>
        <translation>Akar galat kuadrat rata-rata</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotasi</translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation>Rprop</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>Pelatihan {number}</translation>
    </message>
    <message>
        <source>Run {number} is at hand already.</source>
        <translation>Pelatihan {number} sudah terbuka.</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>SGD with momentum {momentum}</source>
        <translation>SGD dengan momentum {momentum}</translation>
    </message>
    <message>
        <source>Samples of rare classes count more, so that every class counts the same in all.</source>
        <translation>Sampel dari kelas yang jarang lebih berpengaruh sehingga secara keseluruhan setiap kelas berpengaruh sama.</translation>
    </message>
    <message>
        <source>Samples per step.</source>
        <translation>Sampel per langkah.</translation>
    </message>
    <message>
        <source>Samples per step: small batches make more and noisier steps.</source>
        <translation>Sampel per langkah: batch kecil membuat langkah yang lebih banyak dan lebih berderau.</translation>
    </message>
    <message>
        <source>Saturated units</source>
        <translation>Unit jenuh</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Scale the inputs, with fresh weights.</source>
        <translation>Skalakan masukan, lalu latih dari bobot awal.</translation>
    </message>
    <message>
        <source>Scale the targets</source>
        <translation>Skalakan target</translation>
    </message>
    <message>
        <source>Scales every vector to length 1 first, which gives the cosine of their angle.</source>
        <translation>Lebih dulu menskalakan setiap vektor menjadi sepanjang 1, sehingga hasilnya kosinus sudut di antaranya.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Jadwal</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Pencarian</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Detik</translation>
    </message>
    <message>
        <source>Seconds of training; pauses do not count.</source>
        <translation>Detik pelatihan; jeda tidak dihitung.</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>Benih undian</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>Sequence length</source>
        <translation>Panjang urutan</translation>
    </message>
    <message>
        <source>Set {count} layers to {wanted}</source>
        <translation>Ubah {count} lapisan menjadi {wanted}</translation>
    </message>
    <message>
        <source>Set {field} of {node} to {value}</source>
        <translation>Ubah “{field}” pada {node} menjadi {value}</translation>
    </message>
    <message>
        <source>Set {field} to {value}</source>
        <translation>Ubah “{field}” menjadi {value}</translation>
    </message>
    <message>
        <source>Sets negative weights to 0.</source>
        <translation>Mengubah bobot negatif menjadi 0.</translation>
    </message>
    <message>
        <source>Settings and weights of trial {number} are in the project; Undo takes them back.</source>
        <translation>Pengaturan dan bobot percobaan {number} sudah ada di proyek; Urungkan mengembalikannya.</translation>
    </message>
    <message>
        <source>Several targets must all be numbers. Choose one column of classes, or numbers only.</source>
        <translation>Beberapa target harus semuanya bilangan. Pilih satu kolom kelas, atau bilangan saja.</translation>
    </message>
    <message>
        <source>Share of the first class</source>
        <translation>Porsi kelas pertama</translation>
    </message>
    <message>
        <source>Share weights</source>
        <translation>Bagikan bobot</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Pergeseran</translation>
    </message>
    <message>
        <source>Shortens the weights that enter a unit when together they are longer than this.</source>
        <translation>Memendekkan vektor bobot yang masuk ke sebuah unit bila panjangnya melebihi batas ini.</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Faktor susut</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Side of a picture</source>
        <translation>Sisi gambar</translation>
    </message>
    <message>
        <source>Simple RNN</source>
        <translation>RNN sederhana</translation>
    </message>
    <message>
        <source>Simple shapes</source>
        <translation>Bentuk sederhana</translation>
    </message>
    <message>
        <source>Sine wave to forecast</source>
        <translation>Gelombang sinus untuk diprakirakan</translation>
    </message>
    <message>
        <source>Sines</source>
        <translation>Sinus</translation>
    </message>
    <message>
        <source>Sixteen squares of two classes. Each edge must be learned; with fewer units the network leaves squares out.</source>
        <translation>Enam belas kotak dari dua kelas. Setiap tepi harus dipelajari; dengan unit lebih sedikit, jaringan melewatkan sebagian kotak.</translation>
    </message>
    <message>
        <source>Size of the state.</source>
        <translation>Ukuran keadaan.</translation>
    </message>
    <message>
        <source>Size of the window. On pictures one number counts for rows and columns.</source>
        <translation>Ukuran jendela. Pada gambar, satu bilangan berlaku untuk baris dan kolom.</translation>
    </message>
    <message>
        <source>Slope along x1</source>
        <translation>Kemiringan menurut x1</translation>
    </message>
    <message>
        <source>Slope along x2</source>
        <translation>Kemiringan menurut x2</translation>
    </message>
    <message>
        <source>Slope initializer</source>
        <translation>Inisialisasi kemiringan</translation>
    </message>
    <message>
        <source>Smallest step</source>
        <translation>Langkah terkecil</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Penghalusan</translation>
    </message>
    <message>
        <source>So many combinations are drawn at random; left empty, all of them are tried.</source>
        <translation>Sebanyak inilah kombinasi yang diundi secara acak; bila kosong, semuanya dicoba.</translation>
    </message>
    <message>
        <source>So many epochs</source>
        <translation>Sejumlah epoch</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>Softsign</translation>
    </message>
    <message>
        <source>Something unexpected happened: {reason}</source>
        <translation>Terjadi sesuatu yang tidak terduga: {reason}</translation>
    </message>
    <message>
        <source>Sparse categorical cross-entropy</source>
        <translation>Entropi silang kategoris sparse</translation>
    </message>
    <message>
        <source>Sparse categorical cross-entropy needs class numbers, or rows with one 1 and else 0. Received {value} in row {row}.</source>
        <translation>Entropi silang kategoris sparse memerlukan nomor kelas, atau baris dengan satu angka 1 dan selebihnya 0. Diterima: {value} di baris {row}.</translation>
    </message>
    <message>
        <source>Sparse categorical cross-entropy needs class numbers, whole and from 0 to {last}. Received {value} in row {row}.</source>
        <translation>Entropi silang kategoris sparse memerlukan nomor kelas berupa bilangan bulat dari 0 sampai {last}. Diterima: {value} di baris {row}.</translation>
    </message>
    <message>
        <source>Spatial dropout 1D</source>
        <translation>Dropout spasial 1D</translation>
    </message>
    <message>
        <source>Spatial dropout 2D</source>
        <translation>Dropout spasial 2D</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Pembagian</translation>
    </message>
    <message>
        <source>Split in order</source>
        <translation>Bagi secara berurutan</translation>
    </message>
    <message>
        <source>Squared differences of logarithms: an error of a tenth costs the same for small and large targets.</source>
        <translation>Kuadrat selisih logaritma: galat sepersepuluh dikenai kerugian yang sama untuk target kecil maupun besar.</translation>
    </message>
    <message>
        <source>Squared for small differences and straight for large ones: smooth, and calm about wild values.</source>
        <translation>Kuadrat untuk selisih kecil dan lurus untuk selisih besar: mulus, dan tenang menghadapi pencilan.</translation>
    </message>
    <message>
        <source>Squared hinge</source>
        <translation>Hinge kuadrat</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Kuadrat</translation>
    </message>
    <message>
        <source>Squares of two classes in turn, side by side; many straight edges for one network.</source>
        <translation>Kotak-kotak dari dua kelas yang berselang-seling; banyak tepi lurus bagi satu jaringan.</translation>
    </message>
    <message>
        <source>Squares per side</source>
        <translation>Kotak per sisi</translation>
    </message>
    <message>
        <source>Squares, products of two, sines and cosines of the features, as they are chosen.</source>
        <translation>Kuadrat, hasil kali dua fitur, sinus, dan kosinus, sesuai pilihan.</translation>
    </message>
    <message>
        <source>Squeezes the sum into -1 to 1 like tanh, but approaches the ends slowly, so its gradient fades later.</source>
        <translation>Memampatkan jumlah ke rentang -1 sampai 1 seperti tanh, tetapi mendekati ujungnya perlahan sehingga gradiennya memudar lebih lambat.</translation>
    </message>
    <message>
        <source>Standard deviation of a shift of every pixel, as a share of the span of all values.</source>
        <translation>Simpangan baku pergeseran tiap piksel, sebagai bagian dari rentang semua nilai.</translation>
    </message>
    <message>
        <source>Standard deviation of each bump.</source>
        <translation>Simpangan baku setiap gundukan.</translation>
    </message>
    <message>
        <source>Standard deviation of the shift of each grey value.</source>
        <translation>Simpangan baku pergeseran setiap nilai keabuan.</translation>
    </message>
    <message>
        <source>Standard deviation of the shift of each sum.</source>
        <translation>Simpangan baku pergeseran setiap jumlah.</translation>
    </message>
    <message>
        <source>Standard deviation of the shift, as a multiple of the feature&apos;s own.</source>
        <translation>Simpangan baku pergeseran, sebagai kelipatan simpangan baku fitur itu.</translation>
    </message>
    <message>
        <source>Star {what}</source>
        <translation>Beri bintang pada {what}</translation>
    </message>
    <message>
        <source>State weight initializer</source>
        <translation>Inisialisasi bobot keadaan</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Tangga</translation>
    </message>
    <message>
        <source>Steps as large as recent ones were, relative to recent gradients; the learning rate only scales them.</source>
        <translation>Langkah sebesar langkah-langkah terkini, relatif terhadap gradien terkini; laju pembelajaran hanya menskalakannya.</translation>
    </message>
    <message>
        <source>Steps down</source>
        <translation>Turun bertahap</translation>
    </message>
    <message>
        <source>Steps down at marks</source>
        <translation>Turun di penanda</translation>
    </message>
    <message>
        <source>Steps from crest to crest.</source>
        <translation>Banyaknya langkah dari puncak ke puncak.</translation>
    </message>
    <message>
        <source>Steps grow while a gradient keeps its sign and shrink where it turns; made for batches of all samples.</source>
        <translation>Langkah membesar selama tanda gradien tetap dan mengecil saat tandanya berbalik; dibuat untuk batch berisi semua sampel.</translation>
    </message>
    <message>
        <source>Steps of each sequence.</source>
        <translation>Banyaknya langkah setiap urutan.</translation>
    </message>
    <message>
        <source>Stop where held-out samples were best and keep those weights; more samples, Dropout or a smaller network help, too.</source>
        <translation>Berhentilah saat hasil data validasi terbaik dan simpan bobot itu; lebih banyak sampel, Dropout, atau jaringan yang lebih kecil juga membantu.</translation>
    </message>
    <message>
        <source>Store the runs in the project</source>
        <translation>Simpan pelatihan di proyek</translation>
    </message>
    <message>
        <source>Store the runs no more</source>
        <translation>Jangan simpan pelatihan lagi</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>Stride</translation>
    </message>
    <message>
        <source>Switched off, the layer keeps its weights as they are.</source>
        <translation>Jika nonaktif, bobot lapisan ini tidak berubah.</translation>
    </message>
    <message>
        <source>Switches off whole channels of a picture while training.</source>
        <translation>Mematikan seluruh kanal gambar secara acak selama pelatihan.</translation>
    </message>
    <message>
        <source>Switches off whole channels of a sequence while training.</source>
        <translation>Mematikan seluruh kanal urutan secara acak selama pelatihan.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Take out of group</source>
        <translation>Bawa keluar dari kelompok</translation>
    </message>
    <message>
        <source>Take repeated samples out of the data, or hold out others.</source>
        <translation>Buang sampel yang berulang dari data, atau pilih data validasi yang lain.</translation>
    </message>
    <message>
        <source>Take the star from {what}</source>
        <translation>Hapus bintang dari {what}</translation>
    </message>
    <message>
        <source>Takes this share of certainty from the targets and spreads it evenly.</source>
        <translation>Mengambil porsi kepastian ini dari target dan membagikannya secara merata.</translation>
    </message>
    <message>
        <source>Target scaling</source>
        <translation>Penskalaan target</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>Porsi uji</translation>
    </message>
    <message>
        <source>The Dask cluster at {address} cannot train ({reason}). Start its scheduler and its workers in the folder of this program, with its packages: PYTHONPATH=. dask worker {address}</source>
        <translation>Klaster Dask di {address} tidak dapat melatih ({reason}). Jalankan penjadwal dan pekerjanya di folder program ini, dengan paket-paketnya: PYTHONPATH=. dask worker {address}</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} does not answer any more. Start it again, and resume the sweep.</source>
        <translation>Penjadwal Dask di {address} tidak menjawab lagi. Jalankan lagi, lalu lanjutkan pencarian.</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} has no workers. Start one: dask worker {address}</source>
        <translation>Penjadwal Dask di {address} tidak memiliki pekerja. Jalankan: dask worker {address}</translation>
    </message>
    <message>
        <source>The accuracy on held-out samples, or in training where none are held out.</source>
        <translation>Akurasi pada sampel validasi, atau akurasi pelatihan jika tidak ada.</translation>
    </message>
    <message>
        <source>The address of a Dask cluster, such as tcp://10.0.0.5:8786, whose machines then train; left empty, this one does.</source>
        <translation>Alamat klaster Dask, misalnya tcp://10.0.0.5:8786, yang mesinnya lalu melatih; bila kosong, komputer ini yang melatih.</translation>
    </message>
    <message>
        <source>The annotations of a graph are a list.</source>
        <translation>Anotasi sebuah graf harus berupa daftar.</translation>
    </message>
    <message>
        <source>The arrays {wanted} are needed. Received: {came}.</source>
        <translation>Diperlukan larik {wanted}. Diterima: {came}.</translation>
    </message>
    <message>
        <source>The block {name} is damaged: its file holds no drawing.</source>
        <translation>Blok {name} rusak: berkasnya tidak berisi diagram.</translation>
    </message>
    <message>
        <source>The block {name} is damaged: {reason}</source>
        <translation>Blok {name} rusak: {reason}</translation>
    </message>
    <message>
        <source>The checkpoint is damaged ({reason}).</source>
        <translation>Checkpoint rusak ({reason}).</translation>
    </message>
    <message>
        <source>The checkpoint is of another run: {what} is {came} there and {wanted} here. Resume it with the project, the data and the seed that it was made with.</source>
        <translation>Checkpoint ini berasal dari pelatihan lain: {what} di sana {came}, sedangkan di sini {wanted}. Lanjutkan dengan proyek, data, dan benih acak yang dipakai saat membuatnya.</translation>
    </message>
    <message>
        <source>The classes are imbalanced: {rare} has {few} of {all} training samples, so who always says {common} is right in {percent}% of them.</source>
        <translation>Dataset tidak seimbang: {rare} hanya {few} dari {all} sampel latih, sehingga yang selalu menjawab {common} sudah benar {percent}%.</translation>
    </message>
    <message>
        <source>The column that shares out the samples leaves none to train on.</source>
        <translation>Kolom yang membagi sampel tidak menyisakan satu pun untuk dilatih.</translation>
    </message>
    <message>
        <source>The copied layers cannot be read: their text is damaged in line {line}, column {column}.</source>
        <translation>Lapisan yang disalin tidak dapat dibaca: teksnya rusak di baris {line}, kolom {column}.</translation>
    </message>
    <message>
        <source>The copies would be like the originals. Choose how they differ.</source>
        <translation>Salinannya akan sama dengan aslinya. Pilih perbedaannya.</translation>
    </message>
    <message>
        <source>The data are not loaded yet.</source>
        <translation>Data belum dimuat.</translation>
    </message>
    <message>
        <source>The data bring {came}, and {wanted} is expected here.</source>
        <translation>Data membawa {came}, padahal yang diharapkan di sini {wanted}.</translation>
    </message>
    <message>
        <source>The data follow each other in time and are split at random: the network also learns from what comes after the samples that judge it, so it looks better than it is.</source>
        <translation>Data ini berurutan menurut waktu, tetapi dibagi secara acak: jaringan juga belajar dari data yang terjadi sesudah sampel penilainya, sehingga tampak lebih baik daripada sebenarnya.</translation>
    </message>
    <message>
        <source>The data have two classes, and what arrives here is not held between 0 and 1; sigmoid and binary cross-entropy suit them better.</source>
        <translation>Data memiliki dua kelas, sedangkan nilai yang tiba di sini tidak dibatasi antara 0 dan 1; sigmoid dan entropi silang biner lebih cocok.</translation>
    </message>
    <message>
        <source>The data of {file} are missing in the project. Import that file again.</source>
        <translation>Data dari {file} tidak ada dalam proyek ini. Impor lagi berkas itu.</translation>
    </message>
    <message>
        <source>The difference from which on the loss grows in a straight line.</source>
        <translation>Batas selisih; di atasnya kerugian naik mengikuti garis lurus.</translation>
    </message>
    <message>
        <source>The drawing cannot become this variant; nothing was changed.</source>
        <translation>Diagram tidak dapat dijadikan varian ini; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The drawing refuses the settings of trial {number}; nothing was changed.</source>
        <translation>Diagram menolak pengaturan percobaan {number}; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>The epochs vary already; leave out how long each trial trains.</source>
        <translation>Epoch sudah divariasikan; kosongkan lama pelatihan tiap percobaan.</translation>
    </message>
    <message>
        <source>The features make more than {most} inputs. Ignore some of them.</source>
        <translation>Fitur-fitur itu menghasilkan lebih dari {most} masukan. Abaikan sebagian.</translation>
    </message>
    <message>
        <source>The file holds {most} MB of runs; {count} without a star, the oldest, are not in it.</source>
        <translation>Berkas memuat paling banyak {most} MB pelatihan; {count} pelatihan tanpa bintang yang paling lama tidak ikut.</translation>
    </message>
    <message>
        <source>The file with the {missing} of {path} is missing. It is looked for beside it as {wanted}.</source>
        <translation>Berkas {missing} untuk {path} tidak ada. Berkas itu dicari di sebelahnya dengan nama {wanted}.</translation>
    </message>
    <message>
        <source>The first rate divided by this is the last one.</source>
        <translation>Laju awal dibagi nilai ini menjadi laju akhir.</translation>
    </message>
    <message>
        <source>The folder is empty.</source>
        <translation>Folder ini kosong.</translation>
    </message>
    <message>
        <source>The four points of equality, the opposite of exclusive or: no straight line separates them.</source>
        <translation>Empat titik dari kesamaan, kebalikan “atau” eksklusif: tidak ada garis lurus yang memisahkannya.</translation>
    </message>
    <message>
        <source>The four points of neither-nor: one unit is enough.</source>
        <translation>Empat titik dari “bukan keduanya”: satu unit sudah cukup.</translation>
    </message>
    <message>
        <source>The four points of not-and, of which every other gate can be built: one unit is enough.</source>
        <translation>Empat titik dari “tidak dan”, yang dapat membangun semua gerbang lain: satu unit sudah cukup.</translation>
    </message>
    <message>
        <source>The full rate divided by this is the first one.</source>
        <translation>Laju penuh dibagi nilai ini menjadi laju awal.</translation>
    </message>
    <message>
        <source>The function that hidden layers apply to their sums.</source>
        <translation>Fungsi yang diterapkan lapisan tersembunyi pada jumlahnya.</translation>
    </message>
    <message>
        <source>The goal is reached in epoch {epoch}: {goal}.</source>
        <translation>Tujuan tercapai pada epoch {epoch}: {goal}.</translation>
    </message>
    <message>
        <source>The gradient fades on its way back: at {first} it is {ratio} of what it is at {last}, so that the layers near the input hardly learn.</source>
        <translation>Gradien menghilang dalam perjalanan balik: di {first} tinggal {ratio} kali gradien di {last}, sehingga lapisan dekat masukan hampir tidak belajar.</translation>
    </message>
    <message>
        <source>The gradient fades on its way back: at {first} it is {ratio} of what it is at {last}. Steps are long enough all the same, but lead nowhere: after {count} epochs the training loss is {loss}, and always giving the same answer would have {constant}.</source>
        <translation>Gradien menghilang dalam perjalanan balik: di {first} tinggal {ratio} kali gradien di {last}. Langkahnya tetap cukup panjang, tetapi tidak membawa ke mana-mana: setelah {count} epoch kerugian pelatihan {loss}, padahal selalu memberi jawaban yang sama pun menghasilkan {constant}.</translation>
    </message>
    <message>
        <source>The gradient grows on its way back: already at the beginning it was {ratio} times as large at {first} as at {last}.</source>
        <translation>Gradien meledak dalam perjalanan balik: sejak awal, di {first} besarnya {ratio} kali gradien di {last}.</translation>
    </message>
    <message>
        <source>The grid has {count} points, more than {most}. Vary fewer settings or values, or draw some at random.</source>
        <translation>Kisi ini memiliki {count} titik, lebih dari {most}. Kurangi pengaturan atau nilainya, atau undi sebagian secara acak.</translation>
    </message>
    <message>
        <source>The highest rate, as a multiple of the optimizer&apos;s.</source>
        <translation>Laju tertinggi, sebagai kelipatan laju pengoptimal.</translation>
    </message>
    <message>
        <source>The hinge loss squared: smooth at the margin, and harder on answers that are far off.</source>
        <translation>Kuadrat dari kerugian hinge: mulus di batas margin, dan lebih keras terhadap jawaban yang jauh meleset.</translation>
    </message>
    <message>
        <source>The identity initializer needs weights with two axes. Received: {shape}. Choose another one.</source>
        <translation>Inisialisasi identitas memerlukan bobot dengan dua sumbu. Diterima: {shape}. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The inputs are not scaled: their columns have sizes from {smallest} to {largest}, where networks learn well from sizes near 1.</source>
        <translation>Masukan belum diskalakan: ukuran kolomnya dari {smallest} sampai {largest}, padahal jaringan belajar baik dari ukuran sekitar 1.</translation>
    </message>
    <message>
        <source>The inputs are not scaled: they have size {largest}, where networks learn well from sizes near 1.</source>
        <translation>Masukan belum diskalakan: ukurannya {largest}, padahal jaringan belajar baik dari ukuran sekitar 1.</translation>
    </message>
    <message>
        <source>The learning rate of the first step.</source>
        <translation>Laju pembelajaran pada langkah pertama.</translation>
    </message>
    <message>
        <source>The learning rate of the last step.</source>
        <translation>Laju pembelajaran pada langkah terakhir.</translation>
    </message>
    <message>
        <source>The learning rate stays as it is set.</source>
        <translation>Laju pembelajaran tetap seperti yang diatur.</translation>
    </message>
    <message>
        <source>The length of each column.</source>
        <translation>Panjang setiap kolom.</translation>
    </message>
    <message>
        <source>The logarithms of softmax&apos;s probabilities, exact also where a probability is too small to be written.</source>
        <translation>Logaritma peluang dari softmax, tetap tepat walaupun peluangnya terlalu kecil untuk ditulis.</translation>
    </message>
    <message>
        <source>The longest that a unit&apos;s weights may be.</source>
        <translation>Panjang maksimum vektor bobot sebuah unit.</translation>
    </message>
    <message>
        <source>The loss is not a finite number any more at step {step}; the first layer concerned is {node}. Try a smaller learning rate (it was {rate}), scaled inputs and targets or smaller initial weights.</source>
        <translation>Pada langkah {step} kerugian bukan lagi bilangan berhingga; lapisan pertama yang terkena adalah {node}. Coba laju pembelajaran yang lebih kecil (waktu itu {rate}), masukan dan target berskala, atau bobot awal yang lebih kecil.</translation>
    </message>
    <message>
        <source>The loss of held-out samples at {node} is not a finite number at the end of epoch {epoch}. Try a smaller learning rate (it was {rate}), scaled inputs and targets or smaller initial weights.</source>
        <translation>Di akhir epoch {epoch} kerugian data validasi pada {node} bukan bilangan berhingga. Coba laju pembelajaran yang lebih kecil (waktu itu {rate}), masukan dan target berskala, atau bobot awal yang lebih kecil.</translation>
    </message>
    <message>
        <source>The loss of held-out samples jumps up and down between {low} and {high} over the last {count} epochs, and that of the training jumps, too; always giving the same answer would have {constant}.</source>
        <translation>Kerugian data validasi naik turun antara {low} dan {high} dalam {count} epoch terakhir, dan kerugian pelatihan ikut naik turun; selalu memberi jawaban yang sama akan menghasilkan {constant}.</translation>
    </message>
    <message>
        <source>The loss of held-out samples, or of the training where none are held out.</source>
        <translation>Kerugian sampel validasi, atau kerugian pelatihan jika tidak ada.</translation>
    </message>
    <message>
        <source>The mean distance from the target, in its units.</source>
        <translation>Rata-rata jarak dari target, dalam satuan target.</translation>
    </message>
    <message>
        <source>The mean distance from the target; a few wild values do not rule it.</source>
        <translation>Rata-rata jarak dari target; tidak dikuasai oleh beberapa pencilan.</translation>
    </message>
    <message>
        <source>The most factors of a product.</source>
        <translation>Banyaknya faktor paling besar dalam sebuah hasil kali.</translation>
    </message>
    <message>
        <source>The network does not fit these data yet.</source>
        <translation>Jaringan belum sesuai dengan data ini.</translation>
    </message>
    <message>
        <source>The network is too small for this task: its loss rests at {loss} ({poor}), and it has {count} parameters for {samples} samples. Answering as the nearest other samples do would leave {left}% of its error.</source>
        <translation>Jaringan terlalu kecil untuk tugas ini: kerugiannya berhenti di {loss} ({poor}), dan jaringan memiliki {count} parameter untuk {samples} sampel. Menjawab seperti sampel lain yang terdekat hanya akan menyisakan {left}% dari galatnya.</translation>
    </message>
    <message>
        <source>The network learns its samples by heart: since epoch {epoch} the loss of held-out samples has risen from {best} to {last}, while that of the training fell to {loss}.</source>
        <translation>Jaringan menghafal sampelnya: sejak epoch {epoch} kerugian data validasi naik dari {best} menjadi {last}, sementara kerugian pelatihan turun sampai {loss}.</translation>
    </message>
    <message>
        <source>The orthogonal initializer needs weights with at least two axes. Received: {shape}. Choose another one.</source>
        <translation>Inisialisasi ortogonal memerlukan bobot dengan minimal dua sumbu. Diterima: {shape}. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The output tells {wanted} classes apart and needs as many class weights. Received: {came}.</source>
        <translation>Keluaran membedakan {wanted} kelas dan memerlukan bobot kelas sebanyak itu. Diterima: {came}.</translation>
    </message>
    <message>
        <source>The part of the points that belongs to the first class; the other classes share the rest evenly. Left empty, all classes have as many.</source>
        <translation>Bagian titik yang termasuk kelas pertama; kelas lain berbagi sisanya secara merata. Jika kosong, semua kelas sama banyak.</translation>
    </message>
    <message>
        <source>The part that nobody looks at before the network is finished.</source>
        <translation>Bagian yang tidak dilihat siapa pun sebelum jaringan selesai.</translation>
    </message>
    <message>
        <source>The past values of a noisy wave, and the values that come next.</source>
        <translation>Nilai-nilai lampau gelombang berderau, dan nilai yang menyusul.</translation>
    </message>
    <message>
        <source>The price of magnitude.</source>
        <translation>Besar penalti untuk nilai mutlak bobot.</translation>
    </message>
    <message>
        <source>The price of the square.</source>
        <translation>Besar penalti untuk kuadrat bobot.</translation>
    </message>
    <message>
        <source>The project has other data by now than those of this race. Begin another race on them.</source>
        <translation>Proyek kini memakai data lain daripada data balapan ini. Mulailah balapan baru dengan data itu.</translation>
    </message>
    <message>
        <source>The project is now {name}. Undo brings back what it was.</source>
        <translation>Proyek kini memakai {name}. Urungkan untuk kembali.</translation>
    </message>
    <message>
        <source>The rate is lowered no further.</source>
        <translation>Laju tidak diturunkan lebih rendah dari nilai ini.</translation>
    </message>
    <message>
        <source>The recording has ended: an animation is at most {seconds} seconds long, and its frames take at most {bytes} GB.</source>
        <translation>Rekaman berakhir: animasi paling lama {seconds} detik, dan bingkainya paling banyak {bytes} GB.</translation>
    </message>
    <message>
        <source>The reset gate acts behind the state&apos;s product; off, before it.</source>
        <translation>Gerbang reset bekerja setelah perkalian keadaan dengan bobotnya; jika nonaktif, sebelumnya.</translation>
    </message>
    <message>
        <source>The root of the mean squared difference, in the target&apos;s units; large errors count more.</source>
        <translation>Akar rata-rata kuadrat selisih, dalam satuan target; galat besar lebih berpengaruh.</translation>
    </message>
    <message>
        <source>The root of the mean squared difference: an error in the units of the target.</source>
        <translation>Akar rata-rata kuadrat selisih: galat dalam satuan target.</translation>
    </message>
    <message>
        <source>The run cannot go on exactly where it stood: {reason} Its weights and epochs are here; its optimizer begins anew.</source>
        <translation>Pelatihan tidak dapat dilanjutkan persis dari tempatnya berhenti: {reason} Bobot dan epoch-nya masih ada; pengoptimalnya mulai dari awal.</translation>
    </message>
    <message>
        <source>The run has diverged</source>
        <translation>Pelatihan divergen</translation>
    </message>
    <message>
        <source>The run stops after epoch {epoch}, its limit, without the goal: {goal}.</source>
        <translation>Pelatihan berhenti setelah epoch {epoch}, batasnya, tanpa mencapai tujuan: {goal}.</translation>
    </message>
    <message>
        <source>The same downwards; none: as many as up.</source>
        <translation>Sama untuk fase turun; tidak ada: sebanyak fase naik.</translation>
    </message>
    <message>
        <source>The same seed draws the same trials.</source>
        <translation>Benih yang sama mengundi percobaan yang sama.</translation>
    </message>
    <message>
        <source>The same seed makes the same data.</source>
        <translation>Benih yang sama menghasilkan data yang sama.</translation>
    </message>
    <message>
        <source>The same seed shifts the points alike.</source>
        <translation>Benih yang sama menggeser titik dengan cara yang sama.</translation>
    </message>
    <message>
        <source>The shape of the way down; 1 is straight.</source>
        <translation>Bentuk penurunan; 1 berarti lurus.</translation>
    </message>
    <message>
        <source>The share by which the loss must fall to count as better.</source>
        <translation>Porsi penurunan kerugian agar dianggap membaik.</translation>
    </message>
    <message>
        <source>The share of attention weights switched off in training.</source>
        <translation>Porsi bobot perhatian yang dimatikan selama pelatihan.</translation>
    </message>
    <message>
        <source>The share of channels switched off.</source>
        <translation>Porsi kanal yang dimatikan.</translation>
    </message>
    <message>
        <source>The share of samples whose largest output is that of the right class.</source>
        <translation>Porsi sampel yang keluaran terbesarnya milik kelas yang benar.</translation>
    </message>
    <message>
        <source>The share of samples whose right class is among the k largest outputs.</source>
        <translation>Porsi sampel yang kelas benarnya termasuk k keluaran terbesar.</translation>
    </message>
    <message>
        <source>The share of the cycle in which it rises.</source>
        <translation>Porsi siklus saat laju naik.</translation>
    </message>
    <message>
        <source>The share of the rate with which the run begins.</source>
        <translation>Porsi laju saat pelatihan dimulai.</translation>
    </message>
    <message>
        <source>The share of the target&apos;s variation that the network explains: 1 is perfect, 0 is always saying the mean.</source>
        <translation>Porsi variasi target yang dijelaskan jaringan: 1 berarti sempurna, 0 berarti selalu menjawab rata-ratanya.</translation>
    </message>
    <message>
        <source>The share of values that all Dropout layers leave out.</source>
        <translation>Bagian nilai yang diabaikan semua lapisan Dropout.</translation>
    </message>
    <message>
        <source>The share of values that is left out.</source>
        <translation>Bagian nilai yang diabaikan.</translation>
    </message>
    <message>
        <source>The share of yes-or-no answers that are right.</source>
        <translation>Porsi jawaban ya atau tidak yang benar.</translation>
    </message>
    <message>
        <source>The sheet of a workbook.</source>
        <translation>Lembar dalam buku kerja.</translation>
    </message>
    <message>
        <source>The slope α below 0; less than 1.</source>
        <translation>Kemiringan α di bawah 0; kurang dari 1.</translation>
    </message>
    <message>
        <source>The smallest step may not be larger than the largest. Received: {least} and {most}.</source>
        <translation>Langkah terkecil tidak boleh melebihi langkah terbesar. Diterima: {least} dan {most}.</translation>
    </message>
    <message>
        <source>The sum times its sigmoid: a smooth ReLU that dips a little below 0. Also called swish.</source>
        <translation>Jumlah dikalikan sigmoidnya: ReLU mulus yang sedikit turun di bawah 0. Disebut juga swish.</translation>
    </message>
    <message>
        <source>The sum times the share of a normal distribution that lies below it: the smooth ReLU of transformers.</source>
        <translation>Jumlah dikalikan porsi distribusi normal yang berada di bawahnya: ReLU mulus pada transformer.</translation>
    </message>
    <message>
        <source>The table&apos;s {name} is damaged. Import its file again.</source>
        <translation>Bagian {name} dari tabel ini rusak. Impor lagi berkasnya.</translation>
    </message>
    <message>
        <source>The targets have shape {wanted}, and {came} arrives at {node}.</source>
        <translation>Target berbentuk {wanted}, sedangkan yang tiba di {node} berbentuk {came}.</translation>
    </message>
    <message>
        <source>The targets have shape {wanted}, and {came} arrives here.</source>
        <translation>Target berbentuk {wanted}, sedangkan yang tiba di sini berbentuk {came}.</translation>
    </message>
    <message>
        <source>The targets lie between {lowest} and {highest}, and {activation} at {node} cannot say all of that.</source>
        <translation>Target terletak antara {lowest} dan {highest}, sedangkan {activation} pada {node} tidak dapat menjangkau semuanya.</translation>
    </message>
    <message>
        <source>The training loss climbs instead of falling: from {first} in the first epoch to {last}.</source>
        <translation>Kerugian pelatihan naik, bukan turun: dari {first} pada epoch pertama menjadi {last}.</translation>
    </message>
    <message>
        <source>The training loss has stood at {loss} for {count} epochs; always giving the same answer would have {constant}.</source>
        <translation>Kerugian pelatihan mandek di {loss} selama {count} epoch; selalu memberi jawaban yang sama pun menghasilkan {constant}.</translation>
    </message>
    <message>
        <source>The training loss jumps up and down between {low} and {high} over the last {count} epochs, without falling.</source>
        <translation>Kerugian pelatihan melompat naik turun (osilasi) antara {low} dan {high} selama {count} epoch terakhir tanpa membaik.</translation>
    </message>
    <message>
        <source>The value on the diagonal.</source>
        <translation>Nilai pada diagonal.</translation>
    </message>
    <message>
        <source>The value where x1 and x2 are 0.</source>
        <translation>Nilai saat x1 dan x2 bernilai 0.</translation>
    </message>
    <message>
        <source>The values in their order.</source>
        <translation>Nilai-nilai menurut urutannya.</translation>
    </message>
    <message>
        <source>The weights hold {key}, which the network does not have.</source>
        <translation>Bobot memuat {key}, yang tidak dimiliki jaringan.</translation>
    </message>
    <message>
        <source>The weights lack {key}.</source>
        <translation>Bobot tidak memuat {key}.</translation>
    </message>
    <message>
        <source>The weights of {node} are not finite numbers any more at the end of epoch {epoch}. Try a smaller learning rate (it was {rate}), scaled inputs and targets or smaller initial weights.</source>
        <translation>Di akhir epoch {epoch} bobot {node} bukan lagi bilangan berhingga. Coba laju pembelajaran yang lebih kecil (waktu itu {rate}), masukan dan target berskala, atau bobot awal yang lebih kecil.</translation>
    </message>
    <message>
        <source>There are no layers in this text.</source>
        <translation>Tidak ada lapisan dalam teks ini.</translation>
    </message>
    <message>
        <source>There is a block called {name} already. Choose another name.</source>
        <translation>Sudah ada blok bernama {name}. Pilih nama lain.</translation>
    </message>
    <message>
        <source>There is a layer called {node} already.</source>
        <translation>Sudah ada lapisan bernama {node}.</translation>
    </message>
    <message>
        <source>There is no feature. Choose at least one column that the network is given.</source>
        <translation>Belum ada fitur. Pilih sekurangnya satu kolom yang diberikan kepada jaringan.</translation>
    </message>
    <message>
        <source>There is no hidden Dense layer to begin with.</source>
        <translation>Tidak ada lapisan Dense tersembunyi.</translation>
    </message>
    <message>
        <source>There is no setting called {name} that could vary. Similar ones: {near}.</source>
        <translation>Tidak ada pengaturan bernama {name} yang dapat divariasikan. Yang mirip: {near}.</translation>
    </message>
    <message>
        <source>There is no sweep in {folder}.</source>
        <translation>Tidak ada pencarian pengaturan di {folder}.</translation>
    </message>
    <message>
        <source>There is no target. Choose the column that the network should answer.</source>
        <translation>Belum ada target. Pilih kolom yang harus dijawab jaringan.</translation>
    </message>
    <message>
        <source>There was not enough memory for it.</source>
        <translation>Memorinya tidak cukup.</translation>
    </message>
    <message>
        <source>There would be {count} features, more than {most}. Add fewer.</source>
        <translation>Akan ada {count} fitur, lebih dari {most}. Tambahkan lebih sedikit.</translation>
    </message>
    <message>
        <source>These data have no column that says to which part a sample belongs. Split them at random or in their order.</source>
        <translation>Data ini tidak punya kolom yang menyatakan bagian setiap sampel. Bagilah secara acak atau berurutan.</translation>
    </message>
    <message>
        <source>These data need more memory than there is.</source>
        <translation>Data ini memerlukan memori lebih dari yang ada.</translation>
    </message>
    <message>
        <source>This network predicts numbers, not classes, so it has no accuracy to reach. Choose another goal, such as a loss.</source>
        <translation>Jaringan ini memprediksi bilangan, bukan kelas, sehingga tidak memiliki akurasi. Pilih tujuan lain, misalnya kerugian.</translation>
    </message>
    <message>
        <source>This table needs more memory than there is.</source>
        <translation>Tabel ini memerlukan lebih banyak memori daripada yang tersedia.</translation>
    </message>
    <message>
        <source>This text has {length} characters, more than the {longest} that can be pasted.</source>
        <translation>Teks ini memiliki {length} karakter, lebih dari {longest} yang dapat ditempel.</translation>
    </message>
    <message>
        <source>This variant has learned nothing.</source>
        <translation>Varian ini belum mempelajari apa pun.</translation>
    </message>
    <message>
        <source>This variant needs more memory than there is beside the others.</source>
        <translation>Varian ini memerlukan memori lebih besar daripada yang tersisa di samping varian lain.</translation>
    </message>
    <message>
        <source>Thousands sign</source>
        <translation>Tanda ribuan</translation>
    </message>
    <message>
        <source>Three hills and three hollows in the plane, for regression.</source>
        <translation>Tiga bukit dan tiga lembah di atas bidang, untuk regresi.</translation>
    </message>
    <message>
        <source>Tick at least one value.</source>
        <translation>Centang setidaknya satu nilai.</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>Deret waktu</translation>
    </message>
    <message>
        <source>Times as many units and filters.</source>
        <translation>Berapa kali lipat unit dan filter.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Too good to be true</source>
        <translation>Terlalu bagus untuk dipercaya</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Training samples that are added, a little different.</source>
        <translation>Sampel pelatihan tambahan yang sedikit berbeda.</translation>
    </message>
    <message>
        <source>Trial {number}</source>
        <translation>Percobaan {number}</translation>
    </message>
    <message>
        <source>True or false is needed. Received: {value}.</source>
        <translation>Perlu nilai benar atau salah. Diterima: {value}.</translation>
    </message>
    <message>
        <source>Try Adam, which takes longer steps where the loss is flat.</source>
        <translation>Coba Adam, yang melangkah lebih jauh di tempat kerugian mendatar.</translation>
    </message>
    <message>
        <source>Try Leaky ReLU, which lets a little through; and a smaller learning rate if they die again.</source>
        <translation>Coba Leaky ReLU, yang tetap meloloskan sedikit; dan laju pembelajaran yang lebih kecil bila unitnya mati lagi.</translation>
    </message>
    <message>
        <source>Try ReLU in the hidden layers, whose slope does not fade, and fresh weights.</source>
        <translation>Coba ReLU pada lapisan tersembunyi, karena kemiringannya tidak mengecil, dengan bobot awal yang baru.</translation>
    </message>
    <message>
        <source>Try ReLU, which has no upper end, with fresh weights.</source>
        <translation>Coba ReLU, yang tidak punya batas atas, dengan bobot awal yang baru.</translation>
    </message>
    <message>
        <source>Try a learning rate ten times larger.</source>
        <translation>Coba laju pembelajaran sepuluh kali lebih besar.</translation>
    </message>
    <message>
        <source>Try a learning rate ten times smaller, with fresh weights.</source>
        <translation>Coba laju pembelajaran sepuluh kali lebih kecil, dengan bobot awal yang baru.</translation>
    </message>
    <message>
        <source>Try a learning rate ten times smaller.</source>
        <translation>Coba laju pembelajaran sepuluh kali lebih kecil.</translation>
    </message>
    <message>
        <source>Try a linear output for measures.</source>
        <translation>Untuk nilai ukur, coba keluaran linear.</translation>
    </message>
    <message>
        <source>Try a rate that falls when the loss stands still; or another seed, from which the network begins elsewhere.</source>
        <translation>Coba laju yang turun saat kerugian mandek; atau benih lain agar jaringan mulai dari tempat lain.</translation>
    </message>
    <message>
        <source>Try larger batches, whose gradients agree; or a smaller learning rate.</source>
        <translation>Coba batch yang lebih besar, yang gradiennya searah; atau laju pembelajaran yang lebih kecil.</translation>
    </message>
    <message>
        <source>Try more units, or another hidden layer.</source>
        <translation>Coba lebih banyak unit, atau tambah satu lapisan tersembunyi.</translation>
    </message>
    <message>
        <source>Try smaller batches: more steps for the same work.</source>
        <translation>Coba batch yang lebih kecil: lebih banyak langkah dengan kerja yang sama.</translation>
    </message>
    <message>
        <source>Try to clip the gradient, so that no step is longer than the others.</source>
        <translation>Coba potong gradien (clipping) agar tidak ada langkah yang terlalu jauh.</translation>
    </message>
    <message>
        <source>Try weights that begin in a size that suits their layer, as the rules of Glorot and He have them.</source>
        <translation>Coba bobot awal yang ukurannya sesuai dengan lapisannya, seperti aturan Glorot dan He.</translation>
    </message>
    <message>
        <source>Try weights that begin larger, as the rules of Glorot and He have them.</source>
        <translation>Coba bobot awal yang lebih besar, seperti aturan Glorot dan He.</translation>
    </message>
    <message>
        <source>Try weights that begin smaller, as Glorot&apos;s rule has them.</source>
        <translation>Coba bobot awal yang lebih kecil, seperti aturan Glorot.</translation>
    </message>
    <message>
        <source>Try what suits the targets.</source>
        <translation>Coba yang cocok dengan targetnya.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Putar arah</translation>
    </message>
    <message>
        <source>Two columns are called {name}. Give each a name of its own.</source>
        <translation>Ada dua kolom bernama {name}. Beri masing-masing nama sendiri.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipe</translation>
    </message>
    <message>
        <source>Underfitting</source>
        <translation>Underfitting</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Urai kelompok</translation>
    </message>
    <message>
        <source>Unscaled inputs</source>
        <translation>Masukan belum diskalakan</translation>
    </message>
    <message>
        <source>Until the loss, that of held-out samples where there are some, improves no more.</source>
        <translation>Sampai kerugian, yaitu kerugian sampel validasi jika ada, tidak membaik lagi.</translation>
    </message>
    <message>
        <source>Use {data}</source>
        <translation>Gunakan {data}</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Pakai {name}</translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation>Gradien menghilang</translation>
    </message>
    <message>
        <source>Variants {one} and {other} are the same. Change one of them, or take it out.</source>
        <translation>Varian {one} dan {other} sama. Ubah salah satunya, atau keluarkan.</translation>
    </message>
    <message>
        <source>W. N. Street, W. H. Wolberg and O. L. Mangasarian 1993.</source>
        <translation>W. N. Street, W. H. Wolberg, dan O. L. Mangasarian 1993.</translation>
    </message>
    <message>
        <source>Weights and curves come from other data.</source>
        <translation>Bobot dan kurva ini berasal dari data lain.</translation>
    </message>
    <message>
        <source>Weights of</source>
        <translation>Bobot milik</translation>
    </message>
    <message>
        <source>What a trial has learned is incomplete.</source>
        <translation>Yang dipelajari suatu percobaan tidak lengkap.</translation>
    </message>
    <message>
        <source>What becomes of each column.</source>
        <translation>Nasib setiap kolom.</translation>
    </message>
    <message>
        <source>What is learned here are measures, which have no accuracy. Let the loss judge the trials.</source>
        <translation>Yang dipelajari di sini adalah ukuran, yang tidak memiliki akurasi. Biarkan kerugian menilai percobaan.</translation>
    </message>
    <message>
        <source>What large weights cost.</source>
        <translation>Biaya bobot yang besar.</translation>
    </message>
    <message>
        <source>What large weights cost; losses are compared without it.</source>
        <translation>Biaya bobot yang besar; kerugian dibandingkan tanpanya.</translation>
    </message>
    <message>
        <source>What makes one trial better than another: of held-out samples where there are some, in its best epoch.</source>
        <translation>Yang membuat satu percobaan lebih baik dari yang lain: pada data validasi bila ada, di epoch terbaiknya.</translation>
    </message>
    <message>
        <source>What stands before the fraction.</source>
        <translation>Tanda sebelum bagian pecahan.</translation>
    </message>
    <message>
        <source>What stands between groups of three digits.</source>
        <translation>Tanda di antara kelompok tiga angka.</translation>
    </message>
    <message>
        <source>What stands between two cells.</source>
        <translation>Tanda di antara dua sel.</translation>
    </message>
    <message>
        <source>What the cells hold.</source>
        <translation>Isi sel-selnya.</translation>
    </message>
    <message>
        <source>What varies cannot be read ({reason}).</source>
        <translation>Yang divariasikan tidak dapat dibaca ({reason}).</translation>
    </message>
    <message>
        <source>What varies is written as NAME=VALUES, such as {one} or {other}. Received: {value}.</source>
        <translation>Yang divariasikan ditulis sebagai NAME=VALUES, misalnya {one} atau {other}. Diterima: {value}.</translation>
    </message>
    <message>
        <source>Where the data were read from.</source>
        <translation>Asal data dibaca.</translation>
    </message>
    <message>
        <source>Whether the first row names the columns.</source>
        <translation>Apakah baris pertama menamai kolom-kolom.</translation>
    </message>
    <message>
        <source>Which share of the answers has to be right, up to 1.</source>
        <translation>Bagian jawaban yang harus benar, paling banyak 1.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Lebar</translation>
    </message>
    <message>
        <source>Width of hidden layers</source>
        <translation>Lebar lapisan tersembunyi</translation>
    </message>
    <message>
        <source>Width of the average along the curve that takes the trembling of the hand away.</source>
        <translation>Lebar perataan sepanjang kurva yang menghilangkan getaran tangan.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Jendela</translation>
    </message>
    <message>
        <source>With {value} for {name} no trial can run: {reason} Leave that value out.</source>
        <translation>Dengan {value} untuk {name} tidak satu percobaan pun dapat berjalan: {reason} Hilangkan nilai itu.</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Tulis catatan</translation>
    </message>
    <message>
        <source>Writes each letter as zeros and a one; otherwise as a whole number, for an Embedding without scaling.</source>
        <translation>Menulis setiap huruf sebagai deretan nol dan sebuah satu; jika tidak, sebagai bilangan bulat, untuk Embedding tanpa penskalaan.</translation>
    </message>
    <message>
        <source>Written for Rambat by its contributors, 2026.</source>
        <translation>Ditulis untuk Rambat oleh para kontributornya, 2026.</translation>
    </message>
    <message>
        <source>XNOR gate</source>
        <translation>Gerbang XNOR</translation>
    </message>
    <message>
        <source>Yours, or that of whoever made them.</source>
        <translation>Milik Anda, atau menurut pembuatnya.</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>a date such as {example}</source>
        <translation>tanggal seperti {example}</translation>
    </message>
    <message>
        <source>a frame</source>
        <translation>satu bingkai</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>daftar</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>satu catatan</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>bilangan</translation>
    </message>
    <message>
        <source>a wire</source>
        <translation>satu sambungan</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>akurasi</translation>
    </message>
    <message>
        <source>accuracy ≥ {value}</source>
        <translation>akurasi ≥ {value}</translation>
    </message>
    <message>
        <source>all combinations</source>
        <translation>semua kombinasi</translation>
    </message>
    <message>
        <source>always the same answer has {constant}</source>
        <translation>jawaban yang selalu sama menghasilkan {constant}</translation>
    </message>
    <message>
        <source>as generated</source>
        <translation>apa adanya</translation>
    </message>
    <message>
        <source>as in the project</source>
        <translation>sesuai proyek</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>augmentasi</translation>
    </message>
    <message>
        <source>batches of {size}</source>
        <translation>ukuran batch {size}</translation>
    </message>
    <message>
        <source>by_column</source>
        <translation>menurut kolom</translation>
    </message>
    <message>
        <source>category</source>
        <translation>kategori</translation>
    </message>
    <message>
        <source>change</source>
        <translation>perubahan</translation>
    </message>
    <message>
        <source>changed network</source>
        <translation>jaringan diubah</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>kelas {number}</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>kelas</translation>
    </message>
    <message>
        <source>column</source>
        <translation>kolom</translation>
    </message>
    <message>
        <source>date</source>
        <translation>tanggal</translation>
    </message>
    <message>
        <source>dialect</source>
        <translation>format</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>buang</translation>
    </message>
    <message>
        <source>dropout {rate}</source>
        <translation>dropout {rate}</translation>
    </message>
    <message>
        <source>expansion</source>
        <translation>perluasan fitur</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>fitur</translation>
    </message>
    <message>
        <source>from initial weights</source>
        <translation>dari bobot awal</translation>
    </message>
    <message>
        <source>from run {run}, step {step}</source>
        <translation>dari pelatihan {run}, langkah {step}</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>tujuan</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>abaikan</translation>
    </message>
    <message>
        <source>in_order</source>
        <translation>berurutan</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>kerugian {loss}</translation>
    </message>
    <message>
        <source>loss ≤ {value}</source>
        <translation>kerugian ≤ {value}</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>rata-rata</translation>
    </message>
    <message>
        <source>median</source>
        <translation>median</translation>
    </message>
    <message>
        <source>minmax</source>
        <translation>min–maks</translation>
    </message>
    <message>
        <source>more</source>
        <translation>lebih</translation>
    </message>
    <message>
        <source>most_frequent</source>
        <translation>tersering</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>benih baru</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>tanpa lapisan tersembunyi</translation>
    </message>
    <message>
        <source>no penalty</source>
        <translation>tanpa penalti</translation>
    </message>
    <message>
        <source>no progress for {count} epochs</source>
        <translation>{count} epoch tanpa kemajuan</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>number</source>
        <translation>bilangan</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>bilangan</translation>
    </message>
    <message>
        <source>one a core, less one</source>
        <translation>jumlah inti − 1</translation>
    </message>
    <message>
        <source>one hidden layer</source>
        <translation>satu lapisan tersembunyi</translation>
    </message>
    <message>
        <source>one of the categories that were learned ({known})</source>
        <translation>salah satu kategori yang telah dipelajari ({known})</translation>
    </message>
    <message>
        <source>one_hot</source>
        <translation>one-hot</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation>ordinal</translation>
    </message>
    <message>
        <source>other data</source>
        <translation>data lain</translation>
    </message>
    <message>
        <source>other preparation</source>
        <translation>penyiapan lain</translation>
    </message>
    <message>
        <source>part</source>
        <translation>bagian</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>gambar</translation>
    </message>
    <message>
        <source>random</source>
        <translation>acak</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>laju {rate}</translation>
    </message>
    <message>
        <source>repeats_together</source>
        <translation>sampel berulang bersama</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>diatur ulang</translation>
    </message>
    <message>
        <source>robust</source>
        <translation>tahan pencilan</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>baku (z-score)</translation>
    </message>
    <message>
        <source>text</source>
        <translation>teks</translation>
    </message>
    <message>
        <source>those of {owner}</source>
        <translation>milik {owner}</translation>
    </message>
    <message>
        <source>until {goal}</source>
        <translation>sampai {goal}</translation>
    </message>
    <message>
        <source>until {goal}, now {value}</source>
        <translation>sampai {goal}, kini {value}</translation>
    </message>
    <message>
        <source>validation accuracy ≥ {value}</source>
        <translation>akurasi validasi ≥ {value}</translation>
    </message>
    <message>
        <source>validation loss ≤ {value}</source>
        <translation>kerugian validasi ≤ {value}</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>bilangan bulat</translation>
    </message>
    <message>
        <source>width × {factor}</source>
        <translation>lebar × {factor}</translation>
    </message>
    <message>
        <source>without progress for {count} of {most} epochs</source>
        <translation>tanpa kemajuan selama {count} dari {most} epoch</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>{came} may be any of these columns: {names}. Write more of its name.</source>
        <translation>{came} bisa berarti salah satu kolom ini: {names}. Tuliskan namanya lebih lengkap.</translation>
    </message>
    <message>
        <source>{column} holds names, which can be compared with = and ≠ only. Received: {came}.</source>
        <translation>{column} berisi nama, yang hanya dapat dibandingkan dengan = dan ≠. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{column} is compared with a date such as {example}. Received: {came}.</source>
        <translation>{column} dibandingkan dengan tanggal seperti {example}. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{column} is compared with a number. Received: {came}.</source>
        <translation>{column} dibandingkan dengan angka. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{column} is never {came}. It is one of: {names}.</source>
        <translation>{column} tidak pernah bernilai {came}. Nilainya salah satu dari: {names}.</translation>
    </message>
    <message>
        <source>{count} epochs to go</source>
        <translation>{count} epoch lagi</translation>
    </message>
    <message>
        <source>{count} hidden layers</source>
        <translation>{count} lapisan tersembunyi</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} lapisan</translation>
    </message>
    <message>
        <source>{count} more epochs</source>
        <translation>genap {count} epoch tambahan</translation>
    </message>
    <message>
        <source>{count} objects</source>
        <translation>{count} objek</translation>
    </message>
    <message>
        <source>{count} runs</source>
        <translation>{count} pelatihan</translation>
    </message>
    <message>
        <source>{count} windows of {length} values are {came} numbers, more than {most}. Choose a shorter window or a longer stride.</source>
        <translation>{count} jendela dari {length} nilai adalah {came} bilangan, lebih dari {most}. Pilih jendela yang lebih pendek atau langkah yang lebih panjang.</translation>
    </message>
    <message>
        <source>{count} wires</source>
        <translation>{count} sambungan</translation>
    </message>
    <message>
        <source>{field} of {kind}</source>
        <translation>{field} pada {kind}</translation>
    </message>
    <message>
        <source>{field} of {node}</source>
        <translation>{field} pada {node}</translation>
    </message>
    <message>
        <source>{field} of {what}</source>
        <translation>{field} pada {what}</translation>
    </message>
    <message>
        <source>{file} is damaged or cut off ({reason}). Copy or download it again.</source>
        <translation>{file} rusak atau terpotong ({reason}). Salin atau unduh lagi.</translation>
    </message>
    <message>
        <source>{file}, column {column} ({name}): all rows that are learned from are of one class, {label}. Rows of another class are needed.</source>
        <translation>{file}, kolom {column} ({name}): semua baris yang dipelajari termasuk satu kelas, {label}. Diperlukan baris dari kelas lain.</translation>
    </message>
    <message>
        <source>{file}, column {column} ({name}): no row that is learned from has a value. Ignore the column.</source>
        <translation>{file}, kolom {column} ({name}): tidak satu pun baris yang dipelajari punya nilai. Abaikan kolom itu.</translation>
    </message>
    <message>
        <source>{file}, row {row}, column {column} ({name}): a finite number is needed. Received: {value}. Mend the cell, count it as missing, or ignore the column.</source>
        <translation>{file}, baris {row}, kolom {column} ({name}): diperlukan bilangan berhingga. Yang diterima: {value}. Perbaiki selnya, anggap kosong, atau abaikan kolomnya.</translation>
    </message>
    <message>
        <source>{file}, row {row}, column {column} ({name}): class {label} has this one sample only, which cannot be both learned from and judged by. Add rows of that class, or count {label} as missing, so that the row is left out.</source>
        <translation>{file}, baris {row}, kolom {column} ({name}): kelas {label} hanya punya satu sampel ini, yang tidak dapat sekaligus dipelajari dan dipakai menilai. Tambah baris kelas itu, atau anggap {label} kosong agar barisnya dibuang.</translation>
    </message>
    <message>
        <source>{file}: no row has all values that it needs. Fill missing values instead of leaving out rows, or ignore columns.</source>
        <translation>{file}: tidak ada baris yang lengkap nilainya. Isi nilai kosong alih-alih membuang baris, atau abaikan beberapa kolom.</translation>
    </message>
    <message>
        <source>{file}: {rows} rows with {inputs} inputs need about {needed} of memory, more than there is. Ignore columns of many categories, or encode them as ordinal.</source>
        <translation>{file}: {rows} baris dengan {inputs} masukan memerlukan sekitar {needed} memori, lebih dari yang ada. Abaikan kolom dengan banyak kategori, atau sandikan secara ordinal.</translation>
    </message>
    <message>
        <source>{folder} holds another sweep: its project, space or search is not the same. Choose another folder, or give its name alone to go on with it.</source>
        <translation>{folder} berisi pencarian lain: proyek, ruang, atau cara pencariannya tidak sama. Pilih folder lain, atau sebutkan namanya saja untuk melanjutkannya.</translation>
    </message>
    <message>
        <source>{folder} is at work already, in another process.</source>
        <translation>{folder} sedang dikerjakan oleh proses lain.</translation>
    </message>
    <message>
        <source>{folder} is not empty. Choose another folder for the sweep.</source>
        <translation>{folder} tidak kosong. Pilih folder lain untuk pencarian.</translation>
    </message>
    <message>
        <source>{kind} has no {field} that could vary.</source>
        <translation>{kind} tidak memiliki {field} yang dapat divariasikan.</translation>
    </message>
    <message>
        <source>{kind} {strength}</source>
        <translation>{kind} {strength}</translation>
    </message>
    <message>
        <source>{kind}, own settings</source>
        <translation>{kind}, pengaturan sendiri</translation>
    </message>
    <message>
        <source>{label} takes a date such as {example}. Received: {value}.</source>
        <translation>{label} memerlukan tanggal seperti {example}. Diterima: {value}.</translation>
    </message>
    <message>
        <source>{layer} to {target} needs {wanted}. Received: {came}. Change the target shape.</source>
        <translation>{layer} ke {target} membutuhkan {wanted}. Diterima: {came}. Ubah bentuk tujuannya.</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} is not a plain array of numbers ({reason}). Save numbers with numpy.savez.</source>
        <translation>{name} bukan larik bilangan biasa ({reason}). Simpan bilangan dengan numpy.savez.</translation>
    </message>
    <message>
        <source>{name} varies twice; name it once.</source>
        <translation>{name} divariasikan dua kali; sebutkan sekali saja.</translation>
    </message>
    <message>
        <source>{name}: an array of shape {wanted} is needed, with n of at least 1. Received: {came}.</source>
        <translation>{name}: diperlukan larik berbentuk {wanted}, dengan n paling sedikit 1. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{name}: bytes of shape n×height×width×1 or n×height×width×3 are needed. Received: {dtype} of shape {came}.</source>
        <translation>{name}: diperlukan bita berbentuk n×tinggi×lebar×1 atau n×tinggi×lebar×3. Diterima: {dtype} berbentuk {came}.</translation>
    </message>
    <message>
        <source>{name}: finite numbers are needed. Row {row} holds another.</source>
        <translation>{name}: diperlukan bilangan berhingga. Baris {row} berisi yang lain.</translation>
    </message>
    <message>
        <source>{name}: numbers from 0 to {most} are needed. Row {row} holds {came}.</source>
        <translation>{name}: diperlukan bilangan dari 0 sampai {most}. Baris {row} berisi {came}.</translation>
    </message>
    <message>
        <source>{name}: places within {most} are needed.</source>
        <translation>{name}: diperlukan tempat di dalam {most}.</translation>
    </message>
    <message>
        <source>{name}: x must grow from row to row. In row {row} it does not.</source>
        <translation>{name}: x harus bertambah dari baris ke baris. Di baris {row} tidak demikian.</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{name}: {wanted} are needed. Received: {came}.</source>
        <translation>{name}: diperlukan {wanted}. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation>{node}: {reason}</translation>
    </message>
    <message>
        <source>{owner} has no weights to share.</source>
        <translation>{owner} tidak memiliki bobot untuk dibagi.</translation>
    </message>
    <message>
        <source>{part} is not described as it should be ({reason}).</source>
        <translation>{part} tidak dijelaskan sebagaimana mestinya ({reason}).</translation>
    </message>
    <message>
        <source>{path} has a header and no row below it. A row for each sample is needed.</source>
        <translation>{path} punya judul kolom tetapi tidak ada baris di bawahnya. Diperlukan satu baris untuk tiap sampel.</translation>
    </message>
    <message>
        <source>{path} has a single row below its header. Several are needed, to learn from and to judge by.</source>
        <translation>{path} hanya punya satu baris di bawah judul kolom. Diperlukan beberapa baris, untuk dipelajari dan untuk menilai.</translation>
    </message>
    <message>
        <source>{path} has a single row. Several are needed, to learn from and to judge by.</source>
        <translation>{path} hanya punya satu baris. Diperlukan beberapa baris, untuk dipelajari dan untuk menilai.</translation>
    </message>
    <message>
        <source>{path} has no column called {name}. Its columns: {names}.</source>
        <translation>{path} tidak punya kolom bernama {name}. Kolomnya: {names}.</translation>
    </message>
    <message>
        <source>{path} has no sheet {sheet}. Its sheets: {sheets}.</source>
        <translation>{path} tidak punya lembar {sheet}. Lembarnya: {sheets}.</translation>
    </message>
    <message>
        <source>{path} has one column; at least a feature and a target are needed. If there are more, choose another delimiter than {delimiter}.</source>
        <translation>{path} punya satu kolom; sekurangnya diperlukan satu fitur dan satu target. Jika kolomnya lebih banyak, pilih pemisah lain dari {delimiter}.</translation>
    </message>
    <message>
        <source>{path} has {count} columns, more than {most}. Is {delimiter} the right delimiter?</source>
        <translation>{path} punya {count} kolom, lebih dari {most}. Apakah {delimiter} pemisah yang benar?</translation>
    </message>
    <message>
        <source>{path} holds no pictures in sub-folders. Make one sub-folder for each class, with its pictures inside.</source>
        <translation>{path} tidak berisi gambar di dalam subfolder. Buatlah satu subfolder untuk setiap kelas, dengan gambarnya di dalam.</translation>
    </message>
    <message>
        <source>{path} holds no row.</source>
        <translation>{path} tidak memuat baris.</translation>
    </message>
    <message>
        <source>{path} holds no run that can go on where it stood.</source>
        <translation>{path} tidak memuat pelatihan yang dapat dilanjutkan dari tempatnya berhenti.</translation>
    </message>
    <message>
        <source>{path} holds no text. One sentence on each line is needed.</source>
        <translation>{path} tidak berisi teks. Diperlukan satu kalimat pada setiap baris.</translation>
    </message>
    <message>
        <source>{path} holds {count} files, which would take {came} bytes at this size, more than {most}. Choose a smaller size.</source>
        <translation>{path} berisi {count} berkas, yang pada ukuran ini memerlukan {came} bita, lebih dari {most}. Pilih ukuran yang lebih kecil.</translation>
    </message>
    <message>
        <source>{path} holds {count} pictures, but {labels_path} holds {came} classes. Each picture needs one.</source>
        <translation>{path} berisi {count} gambar, tetapi {labels_path} berisi {came} kelas. Setiap gambar memerlukan satu.</translation>
    </message>
    <message>
        <source>{path} holds {count} sub-folders, more than {most}.</source>
        <translation>{path} berisi {count} subfolder, lebih dari {most}.</translation>
    </message>
    <message>
        <source>{path} is a folder. Samples come in one file: a CSV file with a row each, an .npz file with an array called X, or an IDX file.</source>
        <translation>{path} adalah folder. Sampel diberikan dalam satu berkas: berkas CSV dengan satu baris per sampel, berkas .npz dengan larik bernama X, atau berkas IDX.</translation>
    </message>
    <message>
        <source>{path} is damaged ({reason}).</source>
        <translation>{path} rusak ({reason}).</translation>
    </message>
    <message>
        <source>{path} is empty. A table with a row for each sample is needed.</source>
        <translation>{path} kosong. Diperlukan tabel dengan satu baris untuk tiap sampel.</translation>
    </message>
    <message>
        <source>{path} is empty: its shape is {came}.</source>
        <translation>{path} kosong: bentuknya {came}.</translation>
    </message>
    <message>
        <source>{path} is no IDX file: it begins with the bytes {came}.</source>
        <translation>{path} bukan berkas IDX: diawali bita {came}.</translation>
    </message>
    <message>
        <source>{path} is no table, or not as text: it holds bytes that stand for no letters. Choose a CSV, TSV or Excel file, or save a text in UTF-8.</source>
        <translation>{path} bukan tabel, atau bukan teks: isinya bita yang tidak mewakili huruf. Pilih berkas CSV, TSV, atau Excel, atau simpan teksnya dalam UTF-8.</translation>
    </message>
    <message>
        <source>{path} is not a CSV file in UTF-8 ({reason}). Samples come in one with a row each, in an .npz file with an array called X, or in an IDX file.</source>
        <translation>{path} bukan berkas CSV dalam UTF-8 ({reason}). Sampel diberikan dalam berkas CSV dengan satu baris per sampel, dalam berkas .npz dengan larik bernama X, atau dalam berkas IDX.</translation>
    </message>
    <message>
        <source>{path} is not a text in UTF-8. Save it as UTF-8, with one sentence on each line.</source>
        <translation>{path} bukan teks UTF-8. Simpan sebagai UTF-8, dengan satu kalimat pada setiap baris.</translation>
    </message>
    <message>
        <source>{path} unpacks to a suspiciously large size: {came} bytes, more than {most}.</source>
        <translation>{path} mengembang menjadi ukuran yang mencurigakan: {came} bita, lebih dari {most}.</translation>
    </message>
    <message>
        <source>{path} unpacks to {size} bytes, more than {limit}. Save the sheet as a CSV file.</source>
        <translation>{path} mengembang menjadi {size} bita, lebih dari {limit}. Simpan lembarnya sebagai berkas CSV.</translation>
    </message>
    <message>
        <source>{path}, after row {row}: bytes that are no letters in {encoding}. Choose another encoding, such as cp1252, or save the file in UTF-8.</source>
        <translation>{path}, setelah baris {row}: ada bita yang bukan huruf dalam {encoding}. Pilih penyandian lain, misalnya cp1252, atau simpan berkasnya dalam UTF-8.</translation>
    </message>
    <message>
        <source>{path}, column {column} ({name}) holds too many different texts. Ignore it.</source>
        <translation>{path}, kolom {column} ({name}) memuat terlalu banyak teks yang berbeda. Abaikan kolom itu.</translation>
    </message>
    <message>
        <source>{path}, row {row}, column {column} ({name}): a value is needed, as none takes its place where it is missing. Received: {came}.</source>
        <translation>{path}, baris {row}, kolom {column} ({name}): diperlukan nilai, karena tidak ada penggantinya bila kosong. Yang diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}, row {row}, column {column} ({name}): {wanted} is needed. Received: {cell}. Mend the cell, or leave it empty if the value is not known.</source>
        <translation>{path}, baris {row}, kolom {column} ({name}): diperlukan {wanted}. Yang diterima: {cell}. Perbaiki selnya, atau kosongkan bila nilainya tidak diketahui.</translation>
    </message>
    <message>
        <source>{path}, row {row}: a cell is too long ({reason}). Look for a sign &quot; that opens a cell and is never closed.</source>
        <translation>{path}, baris {row}: sebuah sel terlalu panjang ({reason}). Cari tanda &quot; yang membuka sel dan tidak pernah ditutup.</translation>
    </message>
    <message>
        <source>{path}, row {row}: the signs &quot; do not pair up. Mend them there, or in a row above.</source>
        <translation>{path}, baris {row}: tanda &quot; tidak berpasangan. Perbaiki di sana, atau di baris di atasnya.</translation>
    </message>
    <message>
        <source>{path}, row {row}: {wanted} cells are needed, as in the first row. Received: {came}. Mend the row, or choose another delimiter.</source>
        <translation>{path}, baris {row}: diperlukan {wanted} sel seperti di baris pertama. Yang diterima: {came}. Perbaiki barisnya, atau pilih pemisah lain.</translation>
    </message>
    <message>
        <source>{path}, sheet {sheet}, has one column; at least a feature and a target are needed. Choose another sheet.</source>
        <translation>{path}, lembar {sheet}, hanya memiliki satu kolom; diperlukan sedikitnya satu fitur dan satu target. Pilih lembar lain.</translation>
    </message>
    <message>
        <source>{path}: all cells below the header are missing. Values are needed, at least in some rows.</source>
        <translation>{path}: semua sel di bawah judul kolom kosong. Diperlukan nilai, sekurangnya di beberapa baris.</translation>
    </message>
    <message>
        <source>{path}: an IDX file is found by its name, such as train-images-idx3-ubyte.gz beside train-labels-idx1-ubyte.gz. Give both files such names.</source>
        <translation>{path}: berkas IDX ditemukan dari namanya, misalnya train-images-idx3-ubyte.gz di sebelah train-labels-idx1-ubyte.gz. Beri kedua berkas nama seperti itu.</translation>
    </message>
    <message>
        <source>{path}: inputs and targets{part} need the same number of samples, at least one. Received: {inputs} and {targets}.</source>
        <translation>{path}: masukan dan target{part} memerlukan jumlah sampel yang sama, paling sedikit satu. Diterima: {inputs} dan {targets}.</translation>
    </message>
    <message>
        <source>{path}: it is unclear which array holds the inputs. Call it X, and no other so. Received: {came}.</source>
        <translation>{path}: tidak jelas larik mana yang memuat masukan. Beri nama X hanya pada larik itu. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}: it is unclear which arrays are the inputs and which the targets. Call them X and Y, or x_train, y_train, x_test, y_test. Received: {came}.</source>
        <translation>{path}: tidak jelas larik mana yang menjadi masukan dan mana yang menjadi target. Namai X dan Y, atau x_train, y_train, x_test, y_test. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}: one whole number for each picture is needed. Received: {dtype} of shape {came}.</source>
        <translation>{path}: diperlukan satu bilangan bulat untuk setiap gambar. Diterima: {dtype} berbentuk {came}.</translation>
    </message>
    <message>
        <source>{path}: pictures of at least two classes are needed, each class in a sub-folder of its own. Received: {came}.</source>
        <translation>{path}: diperlukan gambar dari paling sedikit dua kelas, setiap kelas dalam subfoldernya sendiri. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}: pictures of at least two classes are needed. Received: {came}.</source>
        <translation>{path}: diperlukan gambar dari paling sedikit dua kelas. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}: pictures of bytes are needed, n×height×width. Received: {dtype} of shape {came}.</source>
        <translation>{path}: diperlukan gambar berupa bita, n×tinggi×lebar. Diterima: {dtype} berbentuk {came}.</translation>
    </message>
    <message>
        <source>{path}: samples of one shape are needed in all parts. Received: {came}.</source>
        <translation>{path}: diperlukan sampel dengan satu bentuk di semua bagian. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}: targets of at least two classes are needed. Received: {came}.</source>
        <translation>{path}: diperlukan target dari paling sedikit dua kelas. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}: {count} windows of {length} values are {came} numbers, more than {most}. Share its rows out among several files.</source>
        <translation>{path}: {count} jendela berisi {length} nilai adalah {came} bilangan, lebih dari {most}. Bagilah barisnya ke beberapa berkas.</translation>
    </message>
    <message>
        <source>{percent}% right</source>
        <translation>{percent}% benar</translation>
    </message>
    <message>
        <source>{saturated} of {units} units of {node} stand at the flat ends of their activation for nearly every sample, so hardly any gradient comes through.</source>
        <translation>{saturated} dari {units} unit pada {node} jenuh: untuk hampir setiap sampel keluarannya di ujung datar fungsi aktivasi, sehingga hampir tidak ada gradien yang lolos.</translation>
    </message>
    <message>
        <source>{seconds} s of training</source>
        <translation>{seconds} detik pelatihan</translation>
    </message>
    <message>
        <source>{seconds} s to go</source>
        <translation>{seconds} dtk lagi</translation>
    </message>
    <message>
        <source>{sign} cannot stand both before the fraction and between thousands.</source>
        <translation>{sign} tidak dapat sekaligus menjadi tanda desimal dan tanda ribuan.</translation>
    </message>
    <message>
        <source>{title} has no layers beside its ends, which the drawing has.</source>
        <translation>{title} tidak memiliki lapisan selain ujung-ujungnya, yang sudah ada di diagram.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>There is no example called {name}. Use one of: {names}.</source>
        <translation>Tidak ada contoh bernama {name}. Gunakan salah satu: {names}.</translation>
    </message>
    <message>
        <source>--vary {text}: {reason} What can vary, and what it takes: sweep FILE --settings</source>
        <translation>--vary {text}: {reason} Apa yang dapat divariasikan dan nilai yang diterimanya: sweep FILE --settings</translation>
    </message>
    <message>
        <source>1,797 handwritten digits, each its own target: what an autoencoder squeezes together and draws again.</source>
        <translation>1.797 angka tulisan tangan, masing-masing menjadi targetnya sendiri: yang dimampatkan lalu digambar kembali oleh autoencoder.</translation>
    </message>
    <message>
        <source>A batch holds {size} of {samples} samples, so an epoch has hardly a step (here {steps}): after {count} epochs the training loss is {last} and still falls. Batches of {usual} would make {times} times as many steps for the same work.</source>
        <translation>Satu batch memuat {size} dari {samples} sampel sehingga satu epoch hampir tanpa langkah (di sini {steps}): setelah {count} epoch kerugian pelatihan {last} dan masih turun. Batch berisi {usual} sampel memberi {times} kali lebih banyak langkah dengan kerja yang sama.</translation>
    </message>
    <message>
        <source>A column for each category, or one with their numbers in order; of dates one for each month or weekday.</source>
        <translation>Satu kolom untuk setiap kategori, atau satu kolom berisi nomor urutnya; untuk tanggal satu kolom bagi setiap bulan atau hari dalam minggu.</translation>
    </message>
    <message>
        <source>A drawing is written as {formats}. Received: {name}.</source>
        <translation>Diagram ditulis sebagai {formats}. Diterima: {name}.</translation>
    </message>
    <message>
        <source>All windows before those that are held out reach into what these forecast. Choose a shorter horizon, or hold out fewer samples.</source>
        <translation>Semua jendela sebelum yang disisihkan menjangkau apa yang diprakirakan jendela yang disisihkan itu. Pilih horizon yang lebih pendek, atau sisihkan lebih sedikit sampel.</translation>
    </message>
    <message>
        <source>Already at the smallest rates the loss is no finite number any more, so none is suggested. Begin with smaller ones.</source>
        <translation>Pada laju terkecil pun kerugian sudah bukan bilangan berhingga lagi, maka tidak ada yang disarankan. Mulailah dengan laju yang lebih kecil.</translation>
    </message>
    <message>
        <source>At random with every class in its share; so that repeated samples are in one part; in order, the last samples held out; or as a column says.</source>
        <translation>Acak dengan proporsi kelas terjaga; acak dengan sampel berulang tetap di satu bagian; berurutan, sampel terakhir disisihkan; atau menurut sebuah kolom.</translation>
    </message>
    <message>
        <source>At {rate} the loss falls fastest, so this rate is suggested. It is lowest at {lowest} only because of all steps before; larger rates make it rise, and at {over} it is far too large, so {lowest} leaves no margin.</source>
        <translation>Pada {rate} kerugian turun paling cepat, maka laju ini yang disarankan. Kerugian terendah pada {lowest} hanya berkat semua langkah sebelumnya; laju yang lebih besar membuatnya naik, dan pada {over} jauh terlalu besar, jadi {lowest} tidak menyisakan jarak aman.</translation>
    </message>
    <message>
        <source>At {rate} the loss falls fastest, so this rate is suggested. It is lowest at {lowest} only because of all steps before; larger rates make it rise, so {lowest} leaves no margin.</source>
        <translation>Pada {rate} kerugian turun paling cepat, maka laju ini yang disarankan. Kerugian terendah pada {lowest} hanya berkat semua langkah sebelumnya; laju yang lebih besar membuatnya naik, jadi {lowest} tidak menyisakan jarak aman.</translation>
    </message>
    <message>
        <source>At {rate} the loss falls fastest, so this rate is suggested. No rate up to {highest}, the largest one tried, makes it rise.</source>
        <translation>Pada {rate} kerugian turun paling cepat, maka laju ini yang disarankan. Tidak ada laju sampai {highest}, yang terbesar yang dicoba, yang membuatnya naik.</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>Autoencoder</translation>
    </message>
    <message>
        <source>By how much that loss must fall for the stopping patience to begin anew.</source>
        <translation>Seberapa jauh kerugian itu harus turun agar kesabaran berhenti dimulai lagi.</translation>
    </message>
    <message>
        <source>Column {name} cannot put rows in order: it holds neither dates nor numbers.</source>
        <translation>Kolom {name} tidak dapat mengurutkan baris: isinya bukan tanggal dan bukan bilangan.</translation>
    </message>
    <message>
        <source>Column {name} is to be forecast, so it must hold numbers. Choose another one.</source>
        <translation>Kolom {name} akan diprakirakan, jadi harus berisi bilangan. Pilih kolom lain.</translation>
    </message>
    <message>
        <source>Convolution and pooling in turns, then three dense layers, as in LeCun&apos;s LeNet-5 of 1998, cut to pictures of 8×8.</source>
        <translation>Konvolusi dan pooling bergantian, lalu tiga lapisan dense, seperti LeNet-5 karya LeCun tahun 1998, disesuaikan untuk gambar 8×8.</translation>
    </message>
    <message>
        <source>Convolutional network (LeNet)</source>
        <translation>Jaringan konvolusi (LeNet)</translation>
    </message>
    <message>
        <source>Data to explore</source>
        <translation>Data untuk dijelajahi</translation>
    </message>
    <message>
        <source>Digits to copy</source>
        <translation>Angka untuk disalin</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Langkah pertama</translation>
    </message>
    <message>
        <source>Four views of one picture, from single cells to windows of 5×5, laid side by side. From Szegedy&apos;s GoogLeNet of 2014.</source>
        <translation>Empat pandangan atas satu gambar, dari sel tunggal hingga jendela 5×5, diletakkan berdampingan. Dari GoogLeNet karya Szegedy tahun 2014.</translation>
    </message>
    <message>
        <source>How many epochs without improvement are let pass before the rate is lowered.</source>
        <translation>Berapa epoch tanpa perbaikan yang dibiarkan sebelum laju diturunkan.</translation>
    </message>
    <message>
        <source>Inception branches</source>
        <translation>Cabang Inception</translation>
    </message>
    <message>
        <source>LSTM sequence classifier</source>
        <translation>Pengklasifikasi urutan LSTM</translation>
    </message>
    <message>
        <source>Leaves out rows without a value, or puts one in that is learnt from the training samples, or the one before.</source>
        <translation>Melewati baris tanpa nilai, atau mengisinya dengan nilai yang dipelajari dari sampel latih, atau dengan nilai sebelumnya.</translation>
    </message>
    <message>
        <source>MLP classifier</source>
        <translation>Pengklasifikasi MLP</translation>
    </message>
    <message>
        <source>MLP regressor</source>
        <translation>Regresor MLP</translation>
    </message>
    <message>
        <source>One column is to be forecast. Received: {came}.</source>
        <translation>Tepat satu kolom harus diprakirakan. Diterima: {came}.</translation>
    </message>
    <message>
        <source>One unit draws one straight line: enough for two clouds, and not enough for XOR.</source>
        <translation>Satu unit menarik satu garis lurus: cukup untuk dua awan, tetapi tidak cukup untuk XOR.</translation>
    </message>
    <message>
        <source>One way leads straight to the answer and learns plain rules, the other through hidden layers that find combinations. From Cheng&apos;s work of 2016.</source>
        <translation>Satu jalan langsung menuju jawaban dan mempelajari aturan sederhana, jalan lain melalui lapisan tersembunyi yang menemukan kombinasi. Dari karya Cheng tahun 2016.</translation>
    </message>
    <message>
        <source>Only in a time series has column {name} values before and after. Choose something else.</source>
        <translation>Hanya dalam deret waktu kolom {name} punya nilai sebelum dan sesudahnya. Pilih yang lain.</translation>
    </message>
    <message>
        <source>Only one column can say in which order the rows follow each other.</source>
        <translation>Hanya satu kolom yang dapat menentukan urutan baris.</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>Perceptron</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Plateau patience</source>
        <translation>Kesabaran dataran</translation>
    </message>
    <message>
        <source>Replace {node} with {layer}</source>
        <translation>Ganti {node} dengan {layer}</translation>
    </message>
    <message>
        <source>Residual block</source>
        <translation>Blok residual</translation>
    </message>
    <message>
        <source>Rows above the table, such as a title.</source>
        <translation>Baris di atas tabel, misalnya judul.</translation>
    </message>
    <message>
        <source>Rows that follow each other in time: from the past values the next ones are forecast.</source>
        <translation>Baris-baris yang berurutan menurut waktu: dari nilai lampau diprakirakan nilai berikutnya.</translation>
    </message>
    <message>
        <source>Rows to skip</source>
        <translation>Baris dilewati</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>Several paths</source>
        <translation>Beberapa jalur</translation>
    </message>
    <message>
        <source>Sixty-four grey values must pass through eight numbers and become the same picture again. The target is the input.</source>
        <translation>Enam puluh empat nilai keabuan harus melewati delapan bilangan dan menjadi gambar yang sama kembali. Targetnya adalah masukan itu sendiri.</translation>
    </message>
    <message>
        <source>Stopping patience</source>
        <translation>Kesabaran berhenti</translation>
    </message>
    <message>
        <source>Ten means of a tumour&apos;s cells enter on one side, their twenty errors and extremes on the other; each side is read by itself first.</source>
        <translation>Sepuluh rata-rata sel tumor masuk dari satu sisi, dua puluh galat dan nilai ekstremnya dari sisi lain; setiap sisi dibaca sendiri dahulu.</translation>
    </message>
    <message>
        <source>The block learns a correction that Add puts onto its input, so gradients find a short way back. From He&apos;s ResNet of 2015.</source>
        <translation>Blok ini mempelajari koreksi yang ditambahkan oleh Add pada masukannya, sehingga gradien menemukan jalan pulang yang pendek. Dari ResNet karya He tahun 2015.</translation>
    </message>
    <message>
        <source>The canvas is empty, so there is nothing to draw.</source>
        <translation>Kanvas kosong, jadi tidak ada yang dapat digambar.</translation>
    </message>
    <message>
        <source>The chosen data have one output; this is one too many.</source>
        <translation>Data yang dipilih memiliki satu keluaran; yang ini berlebih.</translation>
    </message>
    <message>
        <source>The data bring {came} into {nodes}, which take {wanted} numbers together. Several Inputs share one row of features in the order of their ids.</source>
        <translation>Data membawa {came} ke {nodes}, yang bersama-sama menerima {wanted} bilangan. Beberapa Input berbagi satu baris fitur menurut urutan id-nya.</translation>
    </message>
    <message>
        <source>The eight rows of a picture look at each other: attention and a dense pair, each with a shortcut and a normalization. From Vaswani&apos;s work of 2017.</source>
        <translation>Kedelapan baris gambar saling memandang: atensi dan sepasang dense, masing-masing dengan jalan pintas dan normalisasi. Dari karya Vaswani tahun 2017.</translation>
    </message>
    <message>
        <source>The loss does not fall at any of these rates by more than batches differ, so none is suggested. The network may have learned already: reset it, or try other rates or more steps.</source>
        <translation>Pada semua laju ini kerugian tidak turun melebihi perbedaan antarbatch, maka tidak ada yang disarankan. Jaringan mungkin sudah belajar: atur ulang, atau coba laju lain atau lebih banyak langkah.</translation>
    </message>
    <message>
        <source>The picture would have {width}×{height} pixels, too many for one picture. Choose a smaller scale, or SVG or PDF.</source>
        <translation>Gambar akan memiliki {width}×{height} piksel, terlalu banyak untuk satu gambar. Pilih skala yang lebih kecil, atau SVG atau PDF.</translation>
    </message>
    <message>
        <source>The printer cannot be used. Choose another one, or print to a file.</source>
        <translation>Pencetak tidak dapat digunakan. Pilih yang lain, atau cetak ke berkas.</translation>
    </message>
    <message>
        <source>The program is busy with a long computation. Try again in a moment.</source>
        <translation>Program sedang sibuk dengan perhitungan yang panjang. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>The project has other data by now than the sweep: of trial {number} it has taken over network and training, but neither data nor weights, so train it.</source>
        <translation>Proyek kini memakai data lain daripada pencarian ini: dari percobaan {number} diambil jaringan dan pengaturan pelatihannya, tetapi tidak data dan bobotnya, jadi latihlah.</translation>
    </message>
    <message>
        <source>The settings of trial {number} are in the project, but not its weights: they are of another network, so train it.</source>
        <translation>Pengaturan percobaan {number} sudah ada di proyek, tetapi bobotnya tidak: bobot itu milik jaringan lain, jadi latihlah.</translation>
    </message>
    <message>
        <source>The settings of trial {number} are in the project; its weights were not kept, so train it.</source>
        <translation>Pengaturan percobaan {number} sudah ada di proyek; bobotnya tidak disimpan, jadi latihlah.</translation>
    </message>
    <message>
        <source>The targets are far from size 1, so the loss may explode or hardly move. Scaled, they are learned well, and predictions are still told in their own units.</source>
        <translation>Besar target jauh dari 1, sehingga kerugian bisa meledak atau hampir tidak bergerak. Setelah diskalakan, target dipelajari dengan baik, dan prediksi tetap disebut dalam satuan aslinya.</translation>
    </message>
    <message>
        <source>The targets are scaled to lie around 0, and {activation} answers nothing below 0.</source>
        <translation>Target diskalakan di sekitar 0, sedangkan {activation} tidak pernah menjawab di bawah 0.</translation>
    </message>
    <message>
        <source>The targets of these data are far from size 1, which is hard to learn.</source>
        <translation>Besar target data ini jauh dari 1, sehingga sulit dipelajari.</translation>
    </message>
    <message>
        <source>The training loss creeps: it has fallen from {first} to {last} in {count} epochs, and a step changes the weights by only {share}% of their size (0.1% is usual).</source>
        <translation>Kerugian pelatihan merayap: hanya turun dari {first} ke {last} dalam {count} epoch, dan satu langkah mengubah bobot hanya {share}% dari ukurannya (lazimnya 0.1%).</translation>
    </message>
    <message>
        <source>The training loss jumps up and down between {low} and {high} over the last {count} epochs; always giving the same answer would have {constant}.</source>
        <translation>Kerugian pelatihan naik turun antara {low} dan {high} dalam {count} epoch terakhir; selalu memberi jawaban yang sama akan menghasilkan {constant}.</translation>
    </message>
    <message>
        <source>There is no file and no example called {name}. The examples are: {examples}.</source>
        <translation>Tidak ada berkas atau contoh bernama {name}. Contoh yang tersedia: {examples}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Tidak ada berkas {path}.</translation>
    </message>
    <message>
        <source>There is no folder {path} to write to.</source>
        <translation>Tidak ada folder {path} untuk ditulisi.</translation>
    </message>
    <message>
        <source>There is no group called {group}.</source>
        <translation>Tidak ada grup bernama {group}.</translation>
    </message>
    <message>
        <source>There is no layer called {node}.</source>
        <translation>Tidak ada lapisan bernama {node}.</translation>
    </message>
    <message>
        <source>There is no network yet that could run. Solve the problems first.</source>
        <translation>Belum ada jaringan yang dapat dijalankan. Selesaikan dulu masalahnya.</translation>
    </message>
    <message>
        <source>There is no {family} called {value}. Use one of: {names}.</source>
        <translation>Tidak ada {family} bernama {value}. Gunakan salah satu: {names}.</translation>
    </message>
    <message>
        <source>These samples are too large for what a .safetensors file tells of them. Use .npz.</source>
        <translation>Sampel ini terlalu besar untuk keterangan dalam berkas .safetensors. Gunakan .npz.</translation>
    </message>
    <message>
        <source>This is neither an .npz nor a .safetensors file with numbers ({reason}).</source>
        <translation>Ini bukan berkas .npz atau .safetensors yang berisi bilangan ({reason}).</translation>
    </message>
    <message>
        <source>This needs more memory than there is. Make the layers smaller.</source>
        <translation>Memori tidak cukup. Perkecil lapisannya.</translation>
    </message>
    <message>
        <source>This project was made by a newer Rambat (version {came} of the format; this one reads up to {known}). Install the newer program to open it.</source>
        <translation>Proyek ini dibuat dengan Rambat yang lebih baru (format versi {came}; program ini membaca sampai versi {known}). Pasang program yang lebih baru untuk membukanya.</translation>
    </message>
    <message>
        <source>Three growers, told apart by thirteen chemical measures of their wines.</source>
        <translation>Tiga produsen, dibedakan dari tiga belas ukuran kimia wine mereka.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Ambang</translation>
    </message>
    <message>
        <source>To train on {samples} samples in batches of {batch} takes about {needed} here, and this computer has {there}. Choose fewer samples, a smaller batch or smaller layers.</source>
        <translation>Melatih dengan {samples} sampel dalam batch berisi {batch} memerlukan memori sekitar {needed} di sini, sedangkan komputer ini memiliki {there}. Pilih sampel lebih sedikit, batch yang lebih kecil, atau lapisan yang lebih kecil.</translation>
    </message>
    <message>
        <source>Top-k accuracy</source>
        <translation>Akurasi top-k</translation>
    </message>
    <message>
        <source>Trainable</source>
        <translation>Dapat dilatih</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Pelatihan</translation>
    </message>
    <message>
        <source>Training ends early when the loss of an epoch is at most this.</source>
        <translation>Pelatihan berakhir lebih awal bila kerugian suatu epoch tidak melebihi nilai ini.</translation>
    </message>
    <message>
        <source>Training ends early when the loss of held-out samples, or else of the training, has not improved for so many epochs.</source>
        <translation>Pelatihan berakhir lebih awal bila kerugian data validasi, atau kerugian pelatihan jika tidak ada, tidak membaik selama sekian epoch.</translation>
    </message>
    <message>
        <source>Training takes a Dataset, such as Dataset.from_arrays(X, Y). Received: {came}.</source>
        <translation>Pelatihan menerima Dataset, misalnya Dataset.from_arrays(X, Y). Diterima: {came}.</translation>
    </message>
    <message>
        <source>Training takes a Network. Received: {came}.</source>
        <translation>Pelatihan menerima Network. Diterima: {came}.</translation>
    </message>
    <message>
        <source>Training takes a TrainingConfig, such as TrainingConfig(epochs=3). Received: {came}.</source>
        <translation>Pelatihan menerima TrainingConfig, misalnya TrainingConfig(epochs=3). Diterima: {came}.</translation>
    </message>
    <message>
        <source>Transformer block</source>
        <translation>Blok transformer</translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation>Normal terpotong</translation>
    </message>
    <message>
        <source>Try the rate that is usual for {optimizer}, with fresh weights; this one is far from all that work.</source>
        <translation>Coba laju yang lazim untuk {optimizer}, dengan bobot awal yang baru; laju ini jauh dari semua yang berhasil.</translation>
    </message>
    <message>
        <source>Try the rate that is usual for {optimizer}; this one is far from all that work.</source>
        <translation>Coba laju yang lazim untuk {optimizer}; laju ini jauh dari semua yang berhasil.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Putaran</translation>
    </message>
    <message>
        <source>Turns the sums into probabilities that add up to 1; for one class out of several.</source>
        <translation>Mengubah jumlah menjadi peluang yang totalnya 1; untuk memilih satu dari beberapa kelas.</translation>
    </message>
    <message>
        <source>Two arms wound around each other: a hard problem that needs two hidden layers and some patience.</source>
        <translation>Dua lengan yang saling melilit: masalah sulit yang memerlukan dua lapisan tersembunyi dan sedikit kesabaran.</translation>
    </message>
    <message>
        <source>Two arms wound around each other; a hard test for a small network.</source>
        <translation>Dua lengan yang saling melilit; ujian berat bagi jaringan kecil.</translation>
    </message>
    <message>
        <source>Two circles</source>
        <translation>Dua lingkaran</translation>
    </message>
    <message>
        <source>Two convolutions look for strokes anywhere in the picture. They have fewer weights than the dense network of the digits and read at least as well.</source>
        <translation>Dua konvolusi mencari goresan di mana pun dalam gambar. Bobotnya lebih sedikit daripada jaringan dense untuk angka, dan kemampuan membacanya setidaknya sama baik.</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other.</source>
        <translation>Dua setengah lingkaran yang saling menjorok.</translation>
    </message>
    <message>
        <source>Two hidden layers tell four clouds apart; softmax shares out one certainty among the four classes.</source>
        <translation>Dua lapisan tersembunyi membedakan empat awan; softmax membagi satu kepastian di antara keempat kelas.</translation>
    </message>
    <message>
        <source>Two inputs</source>
        <translation>Dua masukan</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>Dua bulan sabit</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>Dua spiral</translation>
    </message>
    <message>
        <source>Two wires take a shortcut: Add lets a layer learn a correction, Concatenate shows the inputs again to the last layer.</source>
        <translation>Dua sambungan mengambil jalan pintas: Add membuat lapisan mempelajari koreksi, Concatenate memperlihatkan kembali masukan kepada lapisan terakhir.</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Seragam</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Upsampling 2D</source>
        <translation>Upsampling 2D</translation>
    </message>
    <message>
        <source>Use own weights</source>
        <translation>Pakai bobot sendiri</translation>
    </message>
    <message>
        <source>Validation inputs</source>
        <translation>Masukan validasi</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Porsi validasi</translation>
    </message>
    <message>
        <source>Validation targets</source>
        <translation>Target validasi</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Pemanasan</translation>
    </message>
    <message>
        <source>Way down</source>
        <translation>Fase turun</translation>
    </message>
    <message>
        <source>Way up</source>
        <translation>Fase naik</translation>
    </message>
    <message>
        <source>Weight constraint</source>
        <translation>Batasan bobot</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Peluruhan bobot</translation>
    </message>
    <message>
        <source>Weight initializer</source>
        <translation>Inisialisasi bobot</translation>
    </message>
    <message>
        <source>Weight regularizer</source>
        <translation>Regularisasi bobot</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>Weights cost nothing, whatever their size.</source>
        <translation>Bobot tidak dikenai penalti, berapa pun besarnya.</translation>
    </message>
    <message>
        <source>Weights may be anything.</source>
        <translation>Bobot boleh bernilai apa saja.</translation>
    </message>
    <message>
        <source>What a step is multiplied by where the gradient has turned.</source>
        <translation>Pengali langkah bila tanda gradien berbalik.</translation>
    </message>
    <message>
        <source>What a step is multiplied by where the gradient keeps its sign.</source>
        <translation>Pengali langkah bila tanda gradien tetap.</translation>
    </message>
    <message>
        <source>What every weight is at first.</source>
        <translation>Nilai awal setiap bobot.</translation>
    </message>
    <message>
        <source>What large weights between channels cost beside the data.</source>
        <translation>Penalti bagi bobot besar antarkanal, selain kerugian dari data.</translation>
    </message>
    <message>
        <source>What large weights cost beside the data.</source>
        <translation>Penalti bagi bobot besar, selain kerugian dari data.</translation>
    </message>
    <message>
        <source>What large weights within a channel cost beside the data.</source>
        <translation>Penalti bagi bobot besar di dalam kanal, selain kerugian dari data.</translation>
    </message>
    <message>
        <source>What the network is given, what it should answer, nothing, the part to which a row belongs, or when it was.</source>
        <translation>Yang diberikan kepada jaringan, yang harus dijawabnya, tidak keduanya, bagian tempat baris itu termasuk, atau kapan baris itu terjadi.</translation>
    </message>
    <message>
        <source>What the rate is multiplied by each time.</source>
        <translation>Pengali laju setiap kali.</translation>
    </message>
    <message>
        <source>What the rate is multiplied by.</source>
        <translation>Pengali laju.</translation>
    </message>
    <message>
        <source>What the values lie around.</source>
        <translation>Pusat sebaran nilai.</translation>
    </message>
    <message>
        <source>What the weights between channels may be after a step.</source>
        <translation>Nilai yang boleh dimiliki bobot antarkanal setelah setiap langkah.</translation>
    </message>
    <message>
        <source>What the weights may be after a step.</source>
        <translation>Nilai yang boleh dimiliki bobot setelah setiap langkah.</translation>
    </message>
    <message>
        <source>What the weights within a channel may be after a step.</source>
        <translation>Nilai yang boleh dimiliki bobot di dalam kanal setelah setiap langkah.</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>Yang diperkecil oleh pelatihan.</translation>
    </message>
    <message>
        <source>Where data enter the network: one sample&apos;s shape, such as 2 features or a 28×28×1 picture.</source>
        <translation>Tempat data masuk ke jaringan: bentuk satu sampel, misalnya 2 fitur atau gambar 28×28×1.</translation>
    </message>
    <message>
        <source>Where predictions leave and the loss compares them with the targets.</source>
        <translation>Tempat prediksi keluar dan fungsi kerugian membandingkannya dengan target.</translation>
    </message>
    <message>
        <source>Where the curve ends.</source>
        <translation>Nilai akhir kurva.</translation>
    </message>
    <message>
        <source>Where the interval begins.</source>
        <translation>Awal interval.</translation>
    </message>
    <message>
        <source>Where the interval ends.</source>
        <translation>Akhir interval.</translation>
    </message>
    <message>
        <source>Where the sum of squared gradients begins.</source>
        <translation>Nilai awal jumlah kuadrat gradien.</translation>
    </message>
    <message>
        <source>Whether all cycles are alike, or each is half as high as the one before.</source>
        <translation>Apakah semua siklus sama, atau setiap siklus setengah tinggi siklus sebelumnya.</translation>
    </message>
    <message>
        <source>Whether the rate changes after every epoch or after every step.</source>
        <translation>Apakah laju berubah setelah setiap epoch atau setelah setiap langkah.</translation>
    </message>
    <message>
        <source>Wide and deep</source>
        <translation>Lebar dan dalam</translation>
    </message>
    <message>
        <source>Width of the frame: one number for all sides, or four for top, bottom, left and right.</source>
        <translation>Lebar bingkai: satu angka untuk semua sisi, atau empat untuk atas, bawah, kiri, dan kanan.</translation>
    </message>
    <message>
        <source>Windows of a time series are not shared out by a column. Ignore column {name}.</source>
        <translation>Jendela deret waktu tidak dibagi menurut kolom. Abaikan kolom {name}.</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>Wine</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>XOR clouds</source>
        <translation>Awan XOR</translation>
    </message>
    <message>
        <source>XOR gate</source>
        <translation>Gerbang XOR</translation>
    </message>
    <message>
        <source>Zero padding 2D</source>
        <translation>Padding nol 2D</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Nol</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>bilangan berhingga</translation>
    </message>
    <message>
        <source>a multiple of {count}</source>
        <translation>kelipatan {count}</translation>
    </message>
    <message>
        <source>a number above {low}</source>
        <translation>nilai lebih dari {low}</translation>
    </message>
    <message>
        <source>a number above {low} and at most {high}</source>
        <translation>nilai lebih dari {low} dan maksimal {high}</translation>
    </message>
    <message>
        <source>a number between {low} and {high}, both excluded</source>
        <translation>nilai di antara {low} dan {high}, tidak termasuk keduanya</translation>
    </message>
    <message>
        <source>a number from {low} to less than {high}</source>
        <translation>nilai dari {low} sampai kurang dari {high}</translation>
    </message>
    <message>
        <source>a number from {low} to {high}</source>
        <translation>nilai dari {low} sampai {high}</translation>
    </message>
    <message>
        <source>a small number, so that nothing is divided by 0</source>
        <translation>bilangan kecil agar tidak ada pembagian dengan 0</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>teks</translation>
    </message>
    <message>
        <source>a whole number ({bounds})</source>
        <translation>bilangan bulat ({bounds})</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>fungsi aktivasi</translation>
    </message>
    <message>
        <source>all numbers of a sample in a row</source>
        <translation>semua bilangan sebuah sampel dalam satu baris</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>nilai minimal {low}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>bias</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>kanal</translation>
    </message>
    <message>
        <source>channel of the input</source>
        <translation>kanal masukan</translation>
    </message>
    <message>
        <source>channel of the output</source>
        <translation>kanal keluaran</translation>
    </message>
    <message>
        <source>class</source>
        <translation>kelas</translation>
    </message>
    <message>
        <source>class weighting</source>
        <translation>pembobotan kelas</translation>
    </message>
    <message>
        <source>constants</source>
        <translation>konstanta</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>batasan</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>kumpulan data</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>error function</source>
        <translation>fungsi galat</translation>
    </message>
    <message>
        <source>error, at most the threshold</source>
        <translation>galat, paling besar sama dengan ambang</translation>
    </message>
    <message>
        <source>exporter</source>
        <translation>format ekspor</translation>
    </message>
    <message>
        <source>gate from 0 to 1: how much stays</source>
        <translation>gerbang dari 0 sampai 1: seberapa banyak yang tetap</translation>
    </message>
    <message>
        <source>gates from 0 to 1: what stays, what enters and what is shown</source>
        <translation>gerbang dari 0 sampai 1: apa yang tetap, apa yang masuk, dan apa yang ditampilkan</translation>
    </message>
    <message>
        <source>how far below 0 it goes</source>
        <translation>seberapa jauh turun di bawah 0</translation>
    </message>
    <message>
        <source>how many features there are</source>
        <translation>banyaknya fitur</translation>
    </message>
    <message>
        <source>how many inputs there are</source>
        <translation>banyaknya masukan</translation>
    </message>
    <message>
        <source>how many rows and columns there are</source>
        <translation>banyaknya baris dan kolom</translation>
    </message>
    <message>
        <source>how many steps there are</source>
        <translation>banyaknya langkah</translation>
    </message>
    <message>
        <source>how many there are</source>
        <translation>banyaknya</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>inisialisasi</translation>
    </message>
    <message>
        <source>input</source>
        <translation>masukan</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>key size</source>
        <translation>ukuran kunci</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>lapisan</translation>
    </message>
    <message>
        <source>learned scale and shift</source>
        <translation>skala dan geseran yang dipelajari</translation>
    </message>
    <message>
        <source>learned slope below 0</source>
        <translation>kemiringan di bawah 0 yang dipelajari</translation>
    </message>
    <message>
        <source>left and right input</source>
        <translation>masukan kiri dan kanan</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>kerugian</translation>
    </message>
    <message>
        <source>loss function</source>
        <translation>fungsi kerugian</translation>
    </message>
    <message>
        <source>makes shares that add up to 1</source>
        <translation>membuat bagian yang berjumlah 1</translation>
    </message>
    <message>
        <source>mask of ones and zeros</source>
        <translation>topeng berisi satu dan nol</translation>
    </message>
    <message>
        <source>mean and standard deviation over the batch</source>
        <translation>rata-rata dan simpangan baku pada batch</translation>
    </message>
    <message>
        <source>mean and standard deviation over the features</source>
        <translation>rata-rata dan simpangan baku pada fitur</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>ingatan</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>metrik</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>nearest repeats each cell; bilinear goes in straight lines from one to the next.</source>
        <translation>nearest mengulang setiap sel; bilinear berpindah lurus dari satu sel ke sel berikutnya.</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>derau</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>normal distribution</source>
        <translation>distribusi normal</translation>
    </message>
    <message>
        <source>number of the input</source>
        <translation>nomor masukan</translation>
    </message>
    <message>
        <source>numbers, each {bounds}</source>
        <translation>deret bilangan, masing-masing {bounds}</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>nilai aktif atau nonaktif</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>salah satu dari {choices}</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>pengoptimal</translation>
    </message>
    <message>
        <source>order</source>
        <translation>urutan</translation>
    </message>
    <message>
        <source>output</source>
        <translation>keluaran</translation>
    </message>
    <message>
        <source>pair of features</source>
        <translation>pasangan fitur</translation>
    </message>
    <message>
        <source>pattern of a channel</source>
        <translation>pola sebuah kanal</translation>
    </message>
    <message>
        <source>places in them</source>
        <translation>tempat di dalamnya</translation>
    </message>
    <message>
        <source>queries, keys and values, each the input times weights of its own</source>
        <translation>kueri, kunci, dan nilai, masing-masing masukan kali bobotnya sendiri</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>laju</translation>
    </message>
    <message>
        <source>regularizer</source>
        <translation>regularisasi</translation>
    </message>
    <message>
        <source>row and column</source>
        <translation>baris dan kolom</translation>
    </message>
    <message>
        <source>row and column of the input</source>
        <translation>baris dan kolom masukan</translation>
    </message>
    <message>
        <source>row and column within it</source>
        <translation>baris dan kolom di dalamnya</translation>
    </message>
    <message>
        <source>row and column within the window</source>
        <translation>baris dan kolom di dalam jendela</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>sampel</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>jadwal</translation>
    </message>
    <message>
        <source>share of the normal distribution below</source>
        <translation>bagian distribusi normal di bawahnya</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>size for rows and columns</source>
        <translation>ukuran untuk baris dan kolom</translation>
    </message>
    <message>
        <source>slope below 0</source>
        <translation>kemiringan di bawah 0</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>simpangan baku</translation>
    </message>
    <message>
        <source>state, which is the output</source>
        <translation>keadaan, yaitu keluarannya</translation>
    </message>
    <message>
        <source>step</source>
        <translation>langkah</translation>
    </message>
    <message>
        <source>step of the sequence</source>
        <translation>langkah dalam urutan</translation>
    </message>
    <message>
        <source>step within it</source>
        <translation>langkah di dalamnya</translation>
    </message>
    <message>
        <source>step within the window</source>
        <translation>langkah di dalam jendela</translation>
    </message>
    <message>
        <source>table of learned rows</source>
        <translation>tabel baris yang dipelajari</translation>
    </message>
    <message>
        <source>target</source>
        <translation>target</translation>
    </message>
    <message>
        <source>the circle&apos;s number, 3.142</source>
        <translation>bilangan lingkaran, 3.142</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>ambang</translation>
    </message>
    <message>
        <source>transposed</source>
        <translation>transpos</translation>
    </message>
    <message>
        <source>triangular</source>
        <translation>triangular</translation>
    </message>
    <message>
        <source>triangular2</source>
        <translation>triangular2</translation>
    </message>
    <message>
        <source>units</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>valid keeps the window inside; same pads both ends, so that strides 1 keep the length; causal pads the beginning only, so that no step sees a later one.</source>
        <translation>valid menjaga jendela tetap di dalam; same menambah kedua ujung sehingga stride 1 mempertahankan panjang; causal hanya menambah di awal, sehingga tidak ada langkah yang melihat langkah sesudahnya.</translation>
    </message>
    <message>
        <source>valid keeps the window inside; same pads the edges, so that strides 1 keep the size.</source>
        <translation>valid menjaga jendela tetap di dalam; same menambah tepi sehingga stride 1 mempertahankan ukuran.</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>bobot</translation>
    </message>
    <message>
        <source>weights from a file</source>
        <translation>bobot dari berkas</translation>
    </message>
    <message>
        <source>weights of each channel</source>
        <translation>bobot tiap kanal</translation>
    </message>
    <message>
        <source>weights of the state before</source>
        <translation>bobot keadaan sebelumnya</translation>
    </message>
    <message>
        <source>weights that mix the channels</source>
        <translation>bobot yang mencampur kanal</translation>
    </message>
    <message>
        <source>what enters the activation</source>
        <translation>yang masuk ke aktivasi</translation>
    </message>
    <message>
        <source>what is new</source>
        <translation>yang baru</translation>
    </message>
    <message>
        <source>whole number that enters</source>
        <translation>bilangan bulat yang masuk</translation>
    </message>
    <message>
        <source>whole numbers ({bounds})</source>
        <translation>deret bilangan bulat ({bounds})</translation>
    </message>
    <message>
        <source>window there</source>
        <translation>jendela di sana</translation>
    </message>
    <message>
        <source>zeros above and on the left</source>
        <translation>nol di atas dan di kiri</translation>
    </message>
    <message>
        <source>{activation} + {loss}</source>
        <translation>{activation} + {loss}</translation>
    </message>
    <message>
        <source>{change} and begin anew</source>
        <translation>{change} dan mulai dari awal</translation>
    </message>
    <message>
        <source>{count} numbers</source>
        <translation>{count} angka</translation>
    </message>
    <message>
        <source>{dead} of {units} units of {node} answer 0 to each of {samples} training samples, so no gradient reaches them and they learn no more.</source>
        <translation>{dead} dari {units} unit {node} menjawab 0 untuk setiap dari {samples} sampel latih, sehingga tidak ada gradien yang mencapainya dan unit itu berhenti belajar.</translation>
    </message>
    <message>
        <source>{file} is damaged or cut off ({reason}).</source>
        <translation>{file} rusak atau terpotong ({reason}).</translation>
    </message>
    <message>
        <source>{file} is damaged: its {name} cannot be read ({reason}).</source>
        <translation>{file} rusak: {name} di dalamnya tidak dapat dibaca ({reason}).</translation>
    </message>
    <message>
        <source>{file} is not a Rambat project: it holds no {name}.</source>
        <translation>{file} bukan proyek Rambat: tidak ada {name} di dalamnya.</translation>
    </message>
    <message>
        <source>{file} is not a Rambat project: its {name} is of another kind.</source>
        <translation>{file} bukan proyek Rambat: jenis {name} di dalamnya berbeda.</translation>
    </message>
    <message>
        <source>{file} is not a checkpoint of this program.</source>
        <translation>{file} bukan checkpoint dari program ini.</translation>
    </message>
    <message>
        <source>{file}, row {row}, column {column} ({name}): a value is needed, as rows follow each other in time. Received: {came}. Mend the cell, let the value before it take its place, or ignore the column.</source>
        <translation>{file}, baris {row}, kolom {column} ({name}): diperlukan nilai, karena baris berurutan menurut waktu. Diterima: {came}. Perbaiki sel itu, isi dengan nilai sebelumnya, atau abaikan kolomnya.</translation>
    </message>
    <message>
        <source>{file}, row {row}, column {column} ({name}): it must be known when this row was, as the column orders the rows. Mend the cell, or take the rows as they stand in the file.</source>
        <translation>{file}, baris {row}, kolom {column} ({name}): waktu baris ini harus diketahui, karena kolom ini mengurutkan baris. Perbaiki sel itu, atau pakai urutan baris seperti di berkas.</translation>
    </message>
    <message>
        <source>{file}, row {row}, column {column} ({name}): the same time as in row {first}, so their order is unclear. Leave one row for each time, or take the rows as they stand in the file.</source>
        <translation>{file}, baris {row}, kolom {column} ({name}): waktunya sama dengan baris {first}, sehingga urutannya tidak jelas. Sisakan satu baris untuk setiap waktu, atau pakai urutan baris seperti di berkas.</translation>
    </message>
    <message>
        <source>{group} cannot be within itself.</source>
        <translation>{group} tidak dapat berada di dalam dirinya sendiri.</translation>
    </message>
    <message>
        <source>{group} is not empty.</source>
        <translation>{group} tidak kosong.</translation>
    </message>
    <message>
        <source>{key} has shape {wanted}. Received: {came}.</source>
        <translation>{key} berbentuk {wanted}. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{key} holds values that are not finite numbers of float32.</source>
        <translation>{key} memuat nilai yang bukan bilangan berhingga dalam float32.</translation>
    </message>
    <message>
        <source>{key} holds values that are not finite numbers.</source>
        <translation>{key} memuat nilai yang bukan bilangan berhingga.</translation>
    </message>
    <message>
        <source>{kind} cannot stand between two layers.</source>
        <translation>{kind} tidak dapat berada di antara dua lapisan.</translation>
    </message>
    <message>
        <source>{kind} cannot take over the connections of {node}.</source>
        <translation>{kind} tidak dapat mengambil alih sambungan {node}.</translation>
    </message>
    <message>
        <source>{kind} has no field {fields}. Its fields: {known}.</source>
        <translation>{kind} tidak memiliki isian {fields}. Isiannya: {known}.</translation>
    </message>
    <message>
        <source>{kind} needs a value for {fields}.</source>
        <translation>{kind} memerlukan nilai untuk {fields}.</translation>
    </message>
    <message>
        <source>{kind} takes at most {count} values. Its fields: {known}.</source>
        <translation>{kind} menerima paling banyak {count} nilai. Isiannya: {known}.</translation>
    </message>
    <message>
        <source>{kind} was given {fields} twice. Its fields: {known}.</source>
        <translation>{kind} menerima {fields} dua kali. Isiannya: {known}.</translation>
    </message>
    <message>
        <source>{label} takes each axis once, counted from 1, such as 2, 1. Received: {value}.</source>
        <translation>{label} memuat setiap sumbu satu kali, dihitung dari 1, misalnya 2, 1. Diterima: {value}.</translation>
    </message>
    <message>
        <source>{label} takes one number, or four for top, bottom, left and right. Received: {value}.</source>
        <translation>{label} menerima satu angka, atau empat untuk atas, bawah, kiri, dan kanan. Diterima: {value}.</translation>
    </message>
    <message>
        <source>{label} takes one number, or two for rows and columns. Received: {value}.</source>
        <translation>{label} memerlukan satu bilangan, atau dua untuk baris dan kolom. Diterima: {value}.</translation>
    </message>
    <message>
        <source>{label} takes one number. Received: {value}.</source>
        <translation>{label} memerlukan satu bilangan. Diterima: {value}.</translation>
    </message>
    <message>
        <source>{label} takes sizes of at least 1, and -1 for at most one of them. Received: {value}.</source>
        <translation>{label} menerima ukuran paling sedikit 1, dan -1 untuk paling banyak satu di antaranya. Diterima: {value}.</translation>
    </message>
    <message>
        <source>{label} takes {wanted}. Received: {value}.</source>
        <translation>{label} memerlukan {wanted}. Diterima: {value}.</translation>
    </message>
    <message>
        <source>{layer} moves a window of {window} over an input of only {shape}. Make the window smaller, or set the padding to same.</source>
        <translation>{layer} menggeser jendela {window} pada masukan yang hanya berukuran {shape}. Perkecil jendelanya, atau ubah padding menjadi same.</translation>
    </message>
    <message>
        <source>{layer} needs inputs of one shape. Received: {shapes}.</source>
        <translation>{layer} memerlukan masukan berbentuk sama. Diterima: {shapes}.</translation>
    </message>
    <message>
        <source>{layer} needs inputs that differ in their last axis only. Received: {shapes}.</source>
        <translation>{layer} memerlukan masukan yang hanya berbeda pada sumbu terakhir. Diterima: {shapes}.</translation>
    </message>
    <message>
        <source>{layer} needs inputs with the same last size. Received: {shapes}.</source>
        <translation>{layer} membutuhkan masukan dengan ukuran terakhir yang sama. Diterima: {shapes}.</translation>
    </message>
    <message>
        <source>{layer} needs pictures of rows×columns×channels, such as 28×28×1. Received: {shape}. A Reshape layer before it can lay its input out so.</source>
        <translation>{layer} memerlukan gambar berbentuk baris×kolom×kanal, misalnya 28×28×1. Diterima: {shape}. Lapisan Reshape di depannya dapat menata masukannya seperti itu.</translation>
    </message>
    <message>
        <source>{layer} needs sequences of steps×features, such as 20×1. Received: {shape}. A Reshape layer before it can lay its input out so.</source>
        <translation>{layer} memerlukan urutan berbentuk langkah×fitur, misalnya 20×1. Diterima: {shape}. Lapisan Reshape di depannya dapat menata masukannya seperti itu.</translation>
    </message>
    <message>
        <source>{layer} orders {wanted} axes. Received: {shape}, which has {came}. Name each axis of the input once.</source>
        <translation>{layer} mengurutkan {wanted} sumbu. Diterima: {shape}, yang memiliki {came}. Sebutkan setiap sumbu masukan satu kali.</translation>
    </message>
    <message>
        <source>{loss} compares classes, and the targets of the data are measures.</source>
        <translation>{loss} membandingkan kelas, sedangkan target data berupa hasil pengukuran.</translation>
    </message>
    <message>
        <source>{loss} needs targets of -1 and 1, or of 0 and 1. Received {value} in row {row}.</source>
        <translation>{loss} memerlukan target -1 dan 1, atau 0 dan 1. Diterima: {value} di baris {row}.</translation>
    </message>
    <message>
        <source>{loss} needs targets that are not negative and add up to 1 in every row (one-hot). Received {value} in row {row}.</source>
        <translation>{loss} memerlukan target yang tidak negatif dan berjumlah 1 di setiap baris (one-hot). Diterima: {value} di baris {row}.</translation>
    </message>
    <message>
        <source>{loss} needs the activation {wanted} before it. {node} has {came}.</source>
        <translation>{loss} memerlukan aktivasi {wanted} sebelumnya. {node} memiliki {came}.</translation>
    </message>
    <message>
        <source>{name} cannot run; problems: {count}. The first: {message}</source>
        <translation>{name} tidak dapat dijalankan; masalah: {count}. Yang pertama: {message}</translation>
    </message>
    <message>
        <source>{name} has no trained weights to continue from.</source>
        <translation>{name} tidak memiliki bobot hasil pelatihan untuk dilanjutkan.</translation>
    </message>
    <message>
        <source>{name} has no trained weights yet. Train it first: train {name} --save OUT.rambat</source>
        <translation>{name} belum memiliki bobot hasil pelatihan. Latih dahulu: train {name} --save OUT.rambat</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, more than {limit}.</source>
        <translation>{name} berukuran {size} bita, lebih dari {limit}.</translation>
    </message>
    <message>
        <source>{name} is encrypted.</source>
        <translation>{name} terenkripsi.</translation>
    </message>
    <message>
        <source>{name} unpacks to a suspiciously large size.</source>
        <translation>Ukuran {name} setelah diurai mencurigakan besarnya.</translation>
    </message>
    <message>
        <source>{name}: an array of numbers is needed. Received one of dtype {dtype}: {came}.</source>
        <translation>{name}: diperlukan larik bilangan. Diterima larik dengan dtype {dtype}: {came}.</translation>
    </message>
    <message>
        <source>{name}: an array of numbers is needed. Received: {came}.</source>
        <translation>{name}: diperlukan larik bilangan. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{name}: finite numbers are needed. Received others at {count} of {total} places, first in row {row}.</source>
        <translation>{name}: diperlukan bilangan berhingga. Diterima nilai lain di {count} dari {total} tempat, pertama di baris {row}.</translation>
    </message>
    <message>
        <source>{node} begins the network: nothing enters it.</source>
        <translation>{node} adalah awal jaringan: tidak ada yang masuk ke sana.</translation>
    </message>
    <message>
        <source>{node} cannot share weights with itself.</source>
        <translation>{node} tidak dapat berbagi bobot dengan dirinya sendiri.</translation>
    </message>
    <message>
        <source>{node} ends the network: nothing leaves it.</source>
        <translation>{node} adalah akhir jaringan: tidak ada yang keluar dari sana.</translation>
    </message>
    <message>
        <source>{node} has one unit, and a softmax over one unit is always 1.</source>
        <translation>{node} memiliki satu unit, dan softmax atas satu unit selalu 1.</translation>
    </message>
    <message>
        <source>{node} lends its weights to {others}.</source>
        <translation>{node} meminjamkan bobotnya kepada {others}.</translation>
    </message>
    <message>
        <source>{node} still has connections or was changed.</source>
        <translation>{node} masih memiliki sambungan atau telah diubah.</translation>
    </message>
    <message>
        <source>{node} takes a list of samples of shape {wanted}. Received one sample by itself. Put brackets around it, as in {example}.</source>
        <translation>{node} menerima daftar sampel berbentuk {wanted}. Diterima satu sampel saja. Apit dengan kurung siku, seperti {example}.</translation>
    </message>
    <message>
        <source>{node} takes finite numbers, in {dtype} up to {largest}. Received {value} in row {row}.</source>
        <translation>{node} menerima bilangan berhingga, dalam {dtype} sampai {largest}. Diterima: {value} di baris {row}.</translation>
    </message>
    <message>
        <source>{node} takes no further input.</source>
        <translation>{node} tidak menerima masukan lagi.</translation>
    </message>
    <message>
        <source>{node} takes one wire here, and it has one.</source>
        <translation>{node} menerima satu sambungan di sini dan sudah memilikinya.</translation>
    </message>
    <message>
        <source>{node} takes samples of shape {wanted}. Received: {came}.</source>
        <translation>{node} menerima sampel berbentuk {wanted}. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{node} was changed by somebody else.</source>
        <translation>{node} telah diubah oleh pihak lain.</translation>
    </message>
    <message>
        <source>{option}: {reason}</source>
        <translation>{option}: {reason}</translation>
    </message>
    <message>
        <source>{part}: {reason}</source>
        <translation>{part}: {reason}</translation>
    </message>
    <message>
        <source>{path} could not be read: {reason}</source>
        <translation>{path} tidak dapat dibaca: {reason}</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}</source>
        <translation>{path} tidak dapat ditulis: {reason}</translation>
    </message>
    <message>
        <source>{path} holds no row below the {skip} that are skipped. Skip fewer.</source>
        <translation>{path} tidak berisi baris di bawah {skip} baris yang dilewati. Lewati lebih sedikit.</translation>
    </message>
    <message>
        <source>{path} holds no row of numbers.</source>
        <translation>{path} tidak berisi baris bilangan.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a Rambat project.</source>
        <translation>{path} adalah folder, bukan proyek Rambat.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a file to write.</source>
        <translation>{path} adalah folder, bukan berkas yang dapat ditulis.</translation>
    </message>
    <message>
        <source>{path} is a web page, whatever it is called. Open it in a spreadsheet, and save it as an Excel or CSV file.</source>
        <translation>{path} adalah halaman web, apa pun namanya. Buka di pengolah lembar sebar, lalu simpan sebagai berkas Excel atau CSV.</translation>
    </message>
    <message>
        <source>{path} is cut off within its header. Copy or download it again.</source>
        <translation>{path} terpotong di dalam kepalanya. Salin atau unduh lagi.</translation>
    </message>
    <message>
        <source>{path} is damaged or cut off: numbers of shape {shape} take {wanted} bytes. Received: {came}. Copy or download it again.</source>
        <translation>{path} rusak atau terpotong: bilangan berbentuk {shape} memerlukan {wanted} bita. Diterima: {came}. Salin atau unduh lagi.</translation>
    </message>
    <message>
        <source>{path} is damaged, locked by a password, or no table ({reason}). Open it in a spreadsheet and save it anew, without a password.</source>
        <translation>{path} rusak, terkunci kata sandi, atau bukan tabel ({reason}). Buka di pengolah lembar sebar lalu simpan lagi tanpa kata sandi.</translation>
    </message>
    <message>
        <source>{path} is not a Rambat project.</source>
        <translation>{path} bukan proyek Rambat.</translation>
    </message>
    <message>
        <source>{path} is too large: {size} bytes.</source>
        <translation>{path} terlalu besar: {size} bita.</translation>
    </message>
    <message>
        <source>{path}, row {row}, column 1 ({name}): a value is needed, as rows follow each other in time. Received: an empty row. Put the value in, or take the row away.</source>
        <translation>{path}, baris {row}, kolom 1 ({name}): diperlukan nilai, karena baris berurutan menurut waktu. Diterima: baris kosong. Isi nilainya, atau hapus baris itu.</translation>
    </message>
    <message>
        <source>{path}, row {row}, column {column} ({name}): a finite number is needed. Received: {came}.</source>
        <translation>{path}, baris {row}, kolom {column} ({name}): diperlukan bilangan berhingga. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}, row {row}, column {column} ({name}): {wanted} is needed. Received: {cell}. Mend the cell, count it as missing, or make the column categories.</source>
        <translation>{path}, baris {row}, kolom {column} ({name}): diperlukan {wanted}. Diterima: {cell}. Perbaiki sel itu, anggap sebagai nilai yang hilang, atau jadikan kolomnya kategori.</translation>
    </message>
    <message>
        <source>{path}, row {row}, column {column}: a number is needed. Received: {cell}.</source>
        <translation>{path}, baris {row}, kolom {column}: diperlukan bilangan. Diterima: {cell}.</translation>
    </message>
    <message>
        <source>{path}, row {row}, columns {places}: every column needs a name of its own. Received {name} more than once. Rename the columns, or say that the file has no header.</source>
        <translation>{path}, baris {row}, kolom {places}: setiap kolom perlu nama sendiri. {name} muncul lebih dari sekali. Ganti nama kolom, atau nyatakan bahwa berkas tidak punya baris judul.</translation>
    </message>
    <message>
        <source>{path}, row {row}: a NUL byte stands there, which is no letter. The file is damaged, or no text.</source>
        <translation>{path}, baris {row}: ada bita NUL, yang bukan huruf. Berkas ini rusak atau bukan teks.</translation>
    </message>
    <message>
        <source>{path}, row {row}: bytes that are letters neither in UTF-8 nor in cp1252. Choose another encoding, or save the file in UTF-8.</source>
        <translation>{path}, baris {row}: ada bita yang bukan huruf, baik dalam UTF-8 maupun cp1252. Pilih penyandian lain, atau simpan berkasnya dalam UTF-8.</translation>
    </message>
    <message>
        <source>{path}, row {row}: columns called {wanted} are needed. Missing: {missing}.</source>
        <translation>{path}, baris {row}: diperlukan kolom bernama {wanted}. Tidak ada: {missing}.</translation>
    </message>
    <message>
        <source>{path}, row {row}: {came} cells, where the first row has one. Delete what stands above the table, or choose another delimiter.</source>
        <translation>{path}, baris {row}: ada {came} sel, padahal baris pertama hanya satu. Hapus yang berada di atas tabel, atau pilih pemisah lain.</translation>
    </message>
    <message>
        <source>{path}, row {row}: {wanted} columns are needed. Received: {came}.</source>
        <translation>{path}, baris {row}: diperlukan {wanted} kolom. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}: a sheet reaches as far as cell {cell}, over more cells than {limit}. Delete the columns and rows beyond the table, or save it as a CSV file.</source>
        <translation>{path}: sebuah lembar memanjang sampai sel {cell}, mencakup lebih dari {limit} sel. Hapus kolom dan baris di luar tabel, atau simpan sebagai berkas CSV.</translation>
    </message>
    <message>
        <source>{path}: at least {window} rows are needed, a whole window. Received: {came}.</source>
        <translation>{path}: diperlukan sedikitnya {window} baris, satu jendela penuh. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation>{path}: {reason}</translation>
    </message>
    <message>
        <source>{shape}, which is {numbers}</source>
        <translation>{shape}, yaitu {numbers}</translation>
    </message>
    <message>
        <source>{source} and {target} are not connected.</source>
        <translation>{source} dan {target} tidak terhubung.</translation>
    </message>
    <message>
        <source>{source} has no weights of its own: it uses those of {owner}. Share with {owner}.</source>
        <translation>{source} tidak punya bobot sendiri: lapisan ini memakai bobot {owner}. Berbagilah dengan {owner}.</translation>
    </message>
    <message>
        <source>{target} already leads to {source}: a loop cannot be computed.</source>
        <translation>{target} sudah menuju ke {source}: lingkaran tidak dapat dihitung.</translation>
    </message>
</context>
</TS>
