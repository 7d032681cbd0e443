package org.goichung.workforce.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.goichung.workforce.TaxCode;
import org.jspecify.annotations.Nullable;

/** An employer, known by its tax code. */
@Entity
@Table(name = "enterprise")
@SuppressWarnings("NullAway.Init")
public class Enterprise {
    @Id
    private UUID id;

    private String taxCode;
    private String name;
    private @Nullable String park;
    private @Nullable String provinceCode;
    private @Nullable String communeCode;
    private @Nullable String placeDataset;
    private boolean wifi;

    @Version
    private long version;

    protected Enterprise() {}

    public Enterprise(
            UUID id, TaxCode taxCode, String name, @Nullable String park, @Nullable Place place, boolean wifi) {
        this.id = id;
        this.taxCode = taxCode.value();
        this.name = name;
        this.park = park;
        this.wifi = wifi;
        if (place != null) {
            this.provinceCode = place.provinceCode();
            this.communeCode = place.communeCode();
            this.placeDataset = place.dataset();
        }
    }

    public UUID id() {
        return id;
    }

    public TaxCode taxCode() {
        return new TaxCode(taxCode);
    }

    public String name() {
        return name;
    }

    public @Nullable String park() {
        return park;
    }

    public @Nullable String provinceCode() {
        return provinceCode;
    }

    public @Nullable String communeCode() {
        return communeCode;
    }

    public @Nullable String placeDataset() {
        return placeDataset;
    }

    public boolean wifi() {
        return wifi;
    }

    public long version() {
        return version;
    }
}
