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
        <source>&amp;Delete</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Pilih &amp;semua</translation>
    </message>
    <message>
        <source>&amp;Find a layer</source>
        <translation>&amp;Cari lapisan</translation>
    </message>
    <message>
        <source>Edit the &amp;selected layer</source>
        <translation>Ubah lapisan &amp;terpilih</translation>
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
        <source>&amp;Reset the layout</source>
        <translation>Atu&amp;r ulang tata letak</translation>
    </message>
    <message>
        <source>&amp;Run or pause</source>
        <translation>&amp;Jalankan atau jeda</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Ber&amp;henti</translation>
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
        <source>&amp;View</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Pelatihan</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ba&amp;ntuan</translation>
    </message>
</context>
<context>
    <name>BoundaryPlot</name>
    <message>
        <source>The data are being loaded.</source>
        <translation>Data sedang dimuat.</translation>
    </message>
    <message>
        <source>A boundary can be drawn for one or two features. These data have {count}.</source>
        <translation>Batas keputusan dapat digambar untuk satu atau dua fitur. Data ini memiliki {count} fitur.</translation>
    </message>
    <message>
        <source>A boundary can be drawn for one or two features. These data are images.</source>
        <translation>Batas keputusan dapat digambar untuk satu atau dua fitur. Data ini berupa gambar.</translation>
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
        <source>Connect to</source>
        <translation>Hubungkan ke</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Sisipkan</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambahkan</translation>
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
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>Tambah lapisan</translation>
    </message>
    <message>
        <source>Insert layer</source>
        <translation>Sisipkan lapisan</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Hubungkan</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Pindahkan</translation>
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
        <source>Fit network to data</source>
        <translation>Sesuaikan jaringan dengan data</translation>
    </message>
    <message>
        <source>Changes the first and the last layers so that these data fit, as one step.</source>
        <translation>Mengubah lapisan pertama dan terakhir sekaligus agar sesuai dengan data ini.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
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
        <source>Features</source>
        <translation>Fitur</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lainnya</translation>
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
        <source>{name} is there already. Replace it?</source>
        <translation>{name} sudah ada. Ganti?</translation>
    </message>
    <message>
        <source>The project was not saved</source>
        <translation>Proyek tidak tersimpan</translation>
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
        <source>Unsaved changes</source>
        <translation>Perubahan belum disimpan</translation>
    </message>
    <message>
        <source>Save the changes to this project?</source>
        <translation>Simpan perubahan pada proyek ini?</translation>
    </message>
    <message>
        <source>Otherwise the drawing and the trained weights are lost.</source>
        <translation>Jika tidak, diagram dan bobot hasil pelatihan akan hilang.</translation>
    </message>
    <message>
        <source>Rambat projects</source>
        <translation>Proyek Rambat</translation>
    </message>
</context>
<context>
    <name>GradientsPlot</name>
    <message>
        <source>∂L/∂w, root mean square</source>
        <translation>∂L/∂w, akar rata-rata kuadrat</translation>
    </message>
    <message>
        <source>Press Run, or step one batch, to see how large the gradient is in each layer.</source>
        <translation>Tekan Jalankan atau Satu batch untuk melihat besar gradien di setiap lapisan.</translation>
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
        <source>Problems shows what keeps the network from running, and how to mend it.</source>
        <translation>Panel Masalah menunjukkan apa yang membuat jaringan belum dapat berjalan dan cara memperbaikinya.</translation>
    </message>
    <message>
        <source>Colour and width of a wire show how large the gradient is that flows back along it.</source>
        <translation>Warna dan tebal sambungan menunjukkan besar gradien yang mengalir balik melaluinya.</translation>
    </message>
    <message>
        <source>File &gt; Save keeps drawing, settings and weights. File &gt; Export weights writes .npz or .safetensors.</source>
        <translation>Berkas &gt; Simpan menyimpan diagram, pengaturan, dan bobot. Berkas &gt; Ekspor bobot menulis .npz atau .safetensors.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Langkah pertama</translation>
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
        <source>Drag a layer</source>
        <translation>Seret lapisan</translation>
    </message>
    <message>
        <source>Move it and all that is selected</source>
        <translation>Pindahkan lapisan itu beserta semua yang terpilih</translation>
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
        <source>Add a layer</source>
        <translation>Tambah lapisan</translation>
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
        <source>Edit the selected layer</source>
        <translation>Ubah lapisan terpilih</translation>
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
    <name>LayerPage</name>
    <message>
        <source>{field} of {node}</source>
        <translation>{field} pada {node}</translation>
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
    <name>Legend</name>
    <message>
        <source>Size of the gradient along a connection, from {range}</source>
        <translation>Besar gradien pada sambungan, dari {range}</translation>
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
        <source>There is no accuracy for this run: the network predicts numbers, not classes.</source>
        <translation>Pelatihan ini tidak memiliki akurasi: jaringan memprediksi bilangan, bukan kelas.</translation>
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
        <source>train</source>
        <translation>latih</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validasi</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>Epoch {epoch}</translation>
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
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Skala logaritmik</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logaritmik</translation>
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
        <source>Problems: {count}</source>
        <translation>Masalah: {count}</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Tidak ada masalah</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Tanpa judul</translation>
    </message>
    <message>
        <source>These weights no longer fit the drawing and began anew: {names}</source>
        <translation>Bobot berikut tidak lagi sesuai dengan diagram dan dimulai dari awal: {names}</translation>
    </message>
    <message>
        <source>The loss target is reached after {epoch} epochs.</source>
        <translation>Target kerugian tercapai setelah {epoch} epoch.</translation>
    </message>
    <message>
        <source>Training has ended after {epoch} epochs. Run goes on for as many again.</source>
        <translation>Pelatihan selesai setelah {epoch} epoch. Tekan Jalankan untuk melanjutkan sebanyak itu lagi.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Lapisan</translation>
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
    <message>
        <source>Loss</source>
        <translation>Kerugian</translation>
    </message>
    <message>
        <source>Gradient per layer</source>
        <translation>Gradien per lapisan</translation>
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
        <source>Open &amp;example</source>
        <translation>Buka &amp;contoh</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Terakhir dibuka</translation>
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
    <name>NetworkView</name>
    <message>
        <source>Add layer</source>
        <translation>Tambah lapisan</translation>
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
        <source>Network drawing</source>
        <translation>Diagram jaringan</translation>
    </message>
    <message>
        <source>Arrow keys go from layer to layer, A adds one, C connects the selected one, Enter edits it, Ctrl with arrows moves it, Delete takes it away.</source>
        <translation>Tombol panah berpindah antarlapisan, A menambah lapisan, C menghubungkan lapisan terpilih, Enter mengubahnya, Ctrl dengan tombol panah memindahkannya, Delete menghapusnya.</translation>
    </message>
    <message>
        <source>Drag a layer here, or press A to add one</source>
        <translation>Seret lapisan ke sini, atau tekan A untuk menambahkannya</translation>
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
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Reset view</source>
        <translation>Atur ulang tampilan</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>Ekspor sebagai PNG…</translation>
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
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>No problems</source>
        <translation>Tidak ada masalah</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lainnya</translation>
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
        <source>Several selected</source>
        <translation>Beberapa terpilih</translation>
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
        <translation>Berhenti</translation>
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
        <source>Untitled</source>
        <translation>Tanpa judul</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>epoch {epoch}</translation>
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
        <source>{rate} steps/s</source>
        <translation>{rate} langkah/dtk</translation>
    </message>
    <message>
        <source>no data: see Data</source>
        <translation>tidak ada data: lihat Data</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>kerugian {loss}</translation>
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
        <source>Full speed</source>
        <translation>Kecepatan penuh</translation>
    </message>
    <message>
        <source>{count} steps/s</source>
        <translation>{count} langkah/dtk</translation>
    </message>
</context>
<context>
    <name>TrainingSession</name>
    <message>
        <source>New seed</source>
        <translation>Benih acak baru</translation>
    </message>
</context>
<context>
    <name>WeightsPlot</name>
    <message>
        <source>All layers</source>
        <translation>Semua lapisan</translation>
    </message>
    <message>
        <source>{low} to {high}: {count}</source>
        <translation>{low} sampai {high}: {count}</translation>
    </message>
    <message>
        <source>every {stride}th weight</source>
        <translation>setiap bobot ke-{stride}</translation>
    </message>
    <message>
        <source>The weights appear here when the network has a layer that learns.</source>
        <translation>Bobot muncul di sini bila jaringan memiliki lapisan yang dapat belajar.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lapisan</translation>
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
        <source>A seed is a whole number of at least 0. Received: {seed}.</source>
        <translation>Benih acak adalah bilangan bulat minimal 0. Diterima: {seed}.</translation>
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
        <source>A whole number of at least 0 is needed. Received: {value}.</source>
        <translation>Diperlukan bilangan bulat minimal 0. Diterima: {value}.</translation>
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
        <source>All weights as named arrays in one .npz file, for numpy.load.</source>
        <translation>Semua bobot sebagai array bernama dalam satu berkas .npz, untuk numpy.load.</translation>
    </message>
    <message>
        <source>All weights as named arrays in one .safetensors file, as PyTorch and others read it.</source>
        <translation>Semua bobot sebagai array bernama dalam satu berkas .safetensors, yang dapat dibaca PyTorch dan lainnya.</translation>
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
        <source>Binary cross-entropy needs targets from 0 to 1. Received targets from {low} to {high}.</source>
        <translation>Entropi silang biner memerlukan target dari 0 sampai 1. Diterima: target dari {low} sampai {high}.</translation>
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
        <source>Categorical cross-entropy needs targets that add up to 1 in every row (one-hot). Received a row with sum {total}.</source>
        <translation>Entropi silang kategoris memerlukan target yang berjumlah 1 di setiap baris (one-hot). Diterima: baris dengan jumlah {total}.</translation>
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
        <source>How much of the last step is kept.</source>
        <translation>Seberapa besar langkah sebelumnya dipertahankan.</translation>
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
        <source>Recurrent</source>
        <translation>Rekuren</translation>
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
        <source>Set the units of {node} to {units}</source>
        <translation>Atur jumlah unit {node} menjadi {units}</translation>
    </message>
    <message>
        <source>Set {node} to {shape}</source>
        <translation>Ubah {node} menjadi {shape}</translation>
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
        <source>The chosen data have one input and one output; {node} is one too many.</source>
        <translation>Data yang dipilih memiliki satu masukan dan satu keluaran; {node} berlebih.</translation>
    </message>
    <message>
        <source>The columns of the history differ in length.</source>
        <translation>Panjang kolom riwayat tidak sama.</translation>
    </message>
    <message>
        <source>The data bring {came} into {node}, which expects {wanted}.</source>
        <translation>Data membawa {came} ke {node}, padahal yang diharapkan {wanted}.</translation>
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
        <source>The loss is not a finite number any more at step {step}; the first layer concerned is {node}. Try a smaller learning rate (now {rate}), scaled inputs or smaller initial weights.</source>
        <translation>Pada langkah {step} kerugian bukan lagi bilangan berhingga; lapisan pertama yang terkena adalah {node}. Coba laju pembelajaran yang lebih kecil (sekarang {rate}), masukan berskala, atau bobot awal yang lebih kecil.</translation>
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
        <source>The targets have shape {wanted}, and {came} arrives at {node}.</source>
        <translation>Target berbentuk {wanted}, sedangkan yang tiba di {node} berbentuk {came}.</translation>
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
        <source>The weights hold {key}, which the network does not have.</source>
        <translation>Bobot memuat {key}, yang tidak dimiliki jaringan.</translation>
    </message>
    <message>
        <source>The weights lack {key}.</source>
        <translation>Bobot tidak memuat {key}.</translation>
    </message>
    <message>
        <source>There is a layer called {node} already.</source>
        <translation>Sudah ada lapisan bernama {node}.</translation>
    </message>
    <message>
        <source>There is no Input layer. Data need one to enter the network.</source>
        <translation>Belum ada lapisan Input. Data memerlukannya untuk masuk ke jaringan.</translation>
    </message>
    <message>
        <source>There is no Output layer. The loss is computed there.</source>
        <translation>Belum ada lapisan Output. Di sanalah kerugian dihitung.</translation>
    </message>
    <message>
        <source>There is no example called {name}. Use one of: {names}.</source>
        <translation>Tidak ada contoh bernama {name}. Gunakan salah satu: {names}.</translation>
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
        <source>Training</source>
        <translation>Pelatihan</translation>
    </message>
    <message>
        <source>Training ends early when the loss of an epoch is at most this.</source>
        <translation>Pelatihan berakhir lebih awal bila kerugian suatu epoch tidak melebihi nilai ini.</translation>
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
        <source>Two half circles that reach into each other.</source>
        <translation>Dua setengah lingkaran yang saling menjorok.</translation>
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
        <source>Units</source>
        <translation>Unit</translation>
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
        <source>Weight initializer</source>
        <translation>Inisialisasi bobot</translation>
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
        <source>Zeros</source>
        <translation>Nol</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>bilangan berhingga</translation>
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
        <source>a project file or the name of an example</source>
        <translation>berkas proyek atau nama contoh</translation>
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
        <source>at least {low}</source>
        <translation>nilai minimal {low}</translation>
    </message>
    <message>
        <source>begin from the file&apos;s weights</source>
        <translation>mulai dari bobot dalam berkas</translation>
    </message>
    <message>
        <source>compare gradients with finite differences</source>
        <translation>bandingkan gradien dengan beda hingga</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>kumpulan data</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>contoh</translation>
    </message>
    <message>
        <source>exporter</source>
        <translation>format ekspor</translation>
    </message>
    <message>
        <source>how often all samples are seen</source>
        <translation>berapa kali semua sampel dilalui</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>inisialisasi</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>lapisan</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>fungsi kerugian</translation>
    </message>
    <message>
        <source>of initial weights, order and split</source>
        <translation>untuk bobot awal, urutan, dan pembagian data</translation>
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
        <source>one row of features per sample</source>
        <translation>satu baris fitur per sampel</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>pengoptimal</translation>
    </message>
    <message>
        <source>samples per step</source>
        <translation>banyaknya sampel per langkah</translation>
    </message>
    <message>
        <source>the file to write; its suffix chooses the format</source>
        <translation>berkas yang ditulis; akhirannya menentukan format</translation>
    </message>
    <message>
        <source>the format, whatever the suffix (see: list exporters)</source>
        <translation>format, apa pun akhirannya (lihat: list exporters)</translation>
    </message>
    <message>
        <source>the size of a step</source>
        <translation>ukuran setiap langkah</translation>
    </message>
    <message>
        <source>where answers go (default: standard output)</source>
        <translation>tujuan jawaban (bawaan: keluaran standar)</translation>
    </message>
    <message>
        <source>whole numbers ({bounds})</source>
        <translation>deret bilangan bulat ({bounds})</translation>
    </message>
    <message>
        <source>with all fields, for programs</source>
        <translation>dengan semua isian, untuk dibaca program</translation>
    </message>
    <message>
        <source>write one line of JSON per epoch</source>
        <translation>tulis satu baris JSON per epoch</translation>
    </message>
    <message>
        <source>write the trained project</source>
        <translation>tulis proyek yang sudah dilatih</translation>
    </message>
    <message>
        <source>write the weights</source>
        <translation>tulis bobot</translation>
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
        <source>{key} has shape {wanted}. Received: {came}.</source>
        <translation>{key} berbentuk {wanted}. Diterima: {came}.</translation>
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
        <source>{kind} has no field {fields}.</source>
        <translation>{kind} tidak memiliki isian {fields}.</translation>
    </message>
    <message>
        <source>{kind} needs a value for {fields}.</source>
        <translation>{kind} memerlukan nilai untuk {fields}.</translation>
    </message>
    <message>
        <source>{label} takes {wanted}. Received: {value}.</source>
        <translation>{label} memerlukan {wanted}. Diterima: {value}.</translation>
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
        <source>{loss} compares classes, and the targets of the data are measures.</source>
        <translation>{loss} membandingkan kelas, sedangkan target data berupa hasil pengukuran.</translation>
    </message>
    <message>
        <source>{loss} needs a {wanted} activation before it. {node} has {came}.</source>
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
        <source>{name} is not a plain array of numbers ({reason}).</source>
        <translation>{name} bukan array bilangan biasa ({reason}).</translation>
    </message>
    <message>
        <source>{name} unpacks to a suspiciously large size.</source>
        <translation>Ukuran {name} setelah diurai mencurigakan besarnya.</translation>
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
        <source>{node} ends the network: nothing leaves it.</source>
        <translation>{node} adalah akhir jaringan: tidak ada yang keluar dari sana.</translation>
    </message>
    <message>
        <source>{node} has no input. Connect a layer to it.</source>
        <translation>{node} belum memiliki masukan. Hubungkan sebuah lapisan ke sana.</translation>
    </message>
    <message>
        <source>{node} has one unit, and a softmax over one unit is always 1.</source>
        <translation>{node} memiliki satu unit, dan softmax atas satu unit selalu 1.</translation>
    </message>
    <message>
        <source>{node} joins at least {wanted} inputs and has {wires}.</source>
        <translation>{node} menggabungkan minimal {wanted} masukan, tetapi baru memiliki {wires}.</translation>
    </message>
    <message>
        <source>{node} leads nowhere. Connect it, or delete it.</source>
        <translation>{node} tidak menuju ke mana pun. Hubungkan atau hapus.</translation>
    </message>
    <message>
        <source>{node} still has connections or was changed.</source>
        <translation>{node} masih memiliki sambungan atau telah diubah.</translation>
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
        <source>{node} would hold {parameters} parameters and {values} values a sample: too much to train here. Make it smaller.</source>
        <translation>{node} akan berisi {parameters} parameter dan {values} nilai per sampel: terlalu besar untuk dilatih di sini. Perkecillah.</translation>
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
        <source>{path} is not a CSV file in UTF-8 ({reason}).</source>
        <translation>{path} bukan berkas CSV dalam UTF-8 ({reason}).</translation>
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
        <source>{path}, row {row}, column {column}: a number is needed. Received: {cell}.</source>
        <translation>{path}, baris {row}, kolom {column}: diperlukan bilangan. Diterima: {cell}.</translation>
    </message>
    <message>
        <source>{path}, row {row}: {wanted} columns are needed. Received: {came}.</source>
        <translation>{path}, baris {row}: diperlukan {wanted} kolom. Diterima: {came}.</translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation>{path}: {reason}</translation>
    </message>
    <message>
        <source>{source} and {target} are not connected.</source>
        <translation>{source} dan {target} tidak terhubung.</translation>
    </message>
    <message>
        <source>{target} already leads to {source}: a loop cannot be computed.</source>
        <translation>{target} sudah menuju ke {source}: lingkaran tidak dapat dihitung.</translation>
    </message>
</context>
</TS>
